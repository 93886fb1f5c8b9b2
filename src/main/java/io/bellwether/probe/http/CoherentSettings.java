package io.bellwether.probe.http;

import io.bellwether.platform.egress.HttpVersion;
import io.bellwether.probe.Rule;
import io.bellwether.probe.http.HttpProbe.Settings;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings of the whole probe that do not go together. */
final class CoherentSettings implements Rule<Settings> {

    @Override
    public @Nullable String fault(Settings settings) {
        if (settings.steps() != null && expectsByItself(settings)) {
            return "With steps, url is only what they are relative to: put method, body and expectations into a step.";
        }
        Auth auth = settings.auth();
        if (auth != null
                && auth.sendsHeader()
                && names(settings.headers()).anyMatch("Authorization"::equalsIgnoreCase)) {
            return "auth sends the Authorization header; take it out of headers.";
        }
        if (auth != null && auth.mtls() != null && !isHttps(settings)) {
            return "auth.mtls needs a url that begins with https://.";
        }
        if (settings.protocol() == HttpVersion.HTTP2 && !isHttps(settings)) {
            return "protocol HTTP2 needs a url that begins with https://.";
        }
        return settings.proxy() != null && settings.ipVersion() != null
                ? "Behind a proxy ipVersion has no effect; leave one of the two out."
                : null;
    }

    private static boolean expectsByItself(Settings settings) {
        return settings.readsBody()
                || Stream.of(
                                settings.method(),
                                settings.body(),
                                settings.expectStatus(),
                                settings.expectHeaders(),
                                settings.followRedirects(),
                                settings.expectRedirect())
                        .anyMatch(Objects::nonNull);
    }

    private static Stream<String> names(@Nullable Map<String, String> headers) {
        return headers == null ? Stream.empty() : headers.keySet().stream();
    }

    @SuppressWarnings("ConstantValue") // The URL is null where another constraint will say so.
    private static boolean isHttps(Settings settings) {
        return settings.url() == null || "https".equalsIgnoreCase(settings.url().getScheme());
    }
}
