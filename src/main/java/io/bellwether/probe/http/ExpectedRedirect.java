package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.platform.egress.Location;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Rule;
import io.bellwether.probe.TextPattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer must lead: the Location of one that is not followed, else the URL that answered in the end.
 *
 * @param url the whole URL, or one relative to that of the request
 * @param matches a regular expression to be found in the whole URL
 */
@Obeys(ExpectedRedirect.OneOfTwo.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExpectedRedirect(
        @Size(min = 1, max = 2_048) @Nullable String url,

        @Size(min = 1, max = 1_000) @Obeys(TextPattern.Compiles.class) @Nullable String matches) {

    static final class OneOfTwo implements Rule<ExpectedRedirect> {

        @Override
        public @Nullable String fault(ExpectedRedirect redirect) {
            return (redirect.url == null) == (redirect.matches == null) ? "Must have either url or matches." : null;
        }
    }

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        ExpectedRedirect expected = exchange.expectRedirect();
        if (expected == null) {
            return null;
        }
        WireResponse response = content.response();
        if (exchange.follows()) {
            return expected.compare("The redirects end at ", response.uri(), response.uri());
        }
        String location = response.header("Location");
        if (location == null) {
            return Mismatch.header("The answer leads nowhere: it has no Location.");
        }
        URI target = resolved(response.uri(), location);
        return target == null
                ? Mismatch.header("The Location '" + location + "' is no address.")
                : expected.compare("The answer leads to ", response.uri(), target);
    }

    private @Nullable Mismatch compare(String words, URI base, URI target) {
        if (url != null) {
            URI wanted = resolved(base, url);
            return target.equals(wanted) ? null : Mismatch.header(words + target + " instead of " + url + ".");
        }
        String pattern = String.valueOf(matches);
        return switch (TextPattern.find(pattern, target.toString())) {
            case FOUND -> null;
            case NOT_FOUND -> Mismatch.header(words + target + ", which does not match '" + pattern + "'.");
            case TOO_COSTLY -> Mismatch.costly(pattern);
        };
    }

    private static @Nullable URI resolved(URI base, String location) {
        try {
            return Location.resolve(base, location.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
