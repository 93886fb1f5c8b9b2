package io.bellwether.probe.headers;

import io.bellwether.probe.Rule;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The address over plain HTTP is one, of the same host as the page. */
final class SamePage implements Rule<HeadersProbe.Settings> {

    @Override
    public @Nullable String fault(HeadersProbe.Settings settings) {
        URI plain = settings.plainUrl();
        URI url = settings.url();
        if (plain == null || url == null || plain.getHost() == null || url.getHost() == null) {
            return null;
        }
        if (!"http".equalsIgnoreCase(plain.getScheme())) {
            return "Must begin with http://.";
        }
        return plain.getHost().equalsIgnoreCase(url.getHost()) ? null : "Must have the same host as url.";
    }

    @Override
    public String component() {
        return "plainUrl";
    }
}
