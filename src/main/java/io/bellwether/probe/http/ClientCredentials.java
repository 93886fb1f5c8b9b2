package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Obeys;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a bearer token comes from (RFC 6749, 4.4).
 *
 * @param audience which API the token is for, where the issuer wants to be told
 * @param sendSecret how the issuer wants client and secret; HEADER when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClientCredentials(
        @NotNull @Obeys(HttpAddress.class) URI tokenUrl,
        @NotNull @Size(min = 1, max = 1_000) String clientId,

        @NotNull @Size(min = 1, max = 4_000) @Secret String clientSecret,

        @Size(min = 1, max = 2_000) @Nullable String scope,
        @Size(min = 1, max = 2_000) @Nullable String audience,
        @Nullable SendSecret sendSecret) {

    /** RFC 6749, 2.3.1. */
    enum SendSecret {
        /** As Basic authentication, which every issuer understands by the standard. */
        HEADER,
        /** In the form, which some issuers want instead. */
        BODY
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + " at " + tokenUrl + "]";
    }
}
