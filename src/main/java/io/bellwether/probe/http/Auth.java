package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Rule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to prove who we are: by one kind of Authorization header at most, and by a certificate. */
@Obeys(Auth.OneHeader.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Auth(
        @Valid @Nullable Basic basic,
        @Valid @Nullable Bearer bearer,
        @Valid @Nullable ClientCredentials oauth2,
        @Valid @Nullable MutualTls mtls) {

    /** RFC 7617. */
    record Basic(
            @NotNull @Size(min = 1, max = 255) @Pattern(regexp = "[^:]*", message = "Must not hold a colon.") String username,

            @NotNull @Size(min = 1, max = 1_000) @Secret String password) {

        @Override
        public String toString() {
            return "Basic[" + username + "]";
        }
    }

    /** RFC 6750. */
    record Bearer(
            @NotNull @Size(min = 1, max = 8_000) @Pattern(regexp = "[!-~]*", message = "Must not hold blanks or characters other than ASCII's.") @Secret
            String token) {

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }

    static final class OneHeader implements Rule<Auth> {

        @Override
        public @Nullable String fault(Auth auth) {
            long headers = Stream.of(auth.basic != null, auth.bearer != null, auth.oauth2 != null)
                    .filter(Boolean::booleanValue)
                    .count();
            if (headers > 1) {
                return "Must hold only one of basic, bearer and oauth2.";
            }
            return headers == 0 && auth.mtls == null ? "Must hold basic, bearer, oauth2 or mtls." : null;
        }
    }

    /** Whether an Authorization header comes of it. */
    boolean sendsHeader() {
        return basic != null || bearer != null || oauth2 != null;
    }
}
