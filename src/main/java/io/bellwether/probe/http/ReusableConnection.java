package io.bellwether.probe.http;

import io.bellwether.platform.egress.HttpVersion;
import io.bellwether.probe.Rule;
import io.bellwether.probe.http.HttpProbe.Settings;
import org.jspecify.annotations.Nullable;

/** Connections are kept open where HTTP/1.1 is spoken. */
final class ReusableConnection implements Rule<Settings> {

    @Override
    public String component() {
        return "reuseConnection";
    }

    @Override
    public @Nullable String fault(Settings settings) {
        boolean modern = settings.protocol() == HttpVersion.HTTP2;
        return modern && Boolean.TRUE.equals(settings.reuseConnection())
                ? "Has no effect over HTTP/2; leave it out, or take protocol HTTP1."
                : null;
    }
}
