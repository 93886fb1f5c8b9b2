package io.bellwether.probe.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bellwether.platform.egress.HttpProxy;
import io.bellwether.platform.secret.Secret;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Rule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A proxy that opens tunnels by CONNECT. Where it leads cannot be checked, so the operator's allow list must name it. */
@Obeys(ProxySettings.WholeLogin.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProxySettings(
        @NotNull @Size(min = 1, max = 253) @Pattern(regexp = "[^/@\\s]*", message = "Must be a host name or an address, without a scheme.") String host,

        @Min(1) @Max(65_535) int port,
        @Size(min = 1, max = 255) @Nullable String username,

        @Size(min = 1, max = 1_000) @Secret @Nullable String password) {

    static final class WholeLogin implements Rule<ProxySettings> {

        @Override
        public @Nullable String fault(ProxySettings proxy) {
            return (proxy.username == null) == (proxy.password == null)
                    ? null
                    : "Must have both username and password, or neither.";
        }
    }

    HttpProxy proxy() {
        HttpProxy open = HttpProxy.of(host, port);
        return username == null || password == null ? open : open.as(username, password);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
