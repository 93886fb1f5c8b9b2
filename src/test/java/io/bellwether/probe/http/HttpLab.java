package io.bellwether.probe.http;

import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.Resolver;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.http.HttpProbe.Settings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An http probe as the application makes it, for which every name leads to loopback. */
final class HttpLab {

    static final String URL = "https://vendor.example/";

    private static final HttpProbe READER = new HttpLab(null, "127.0.0.1").probe;

    private final HttpProbe probe;
    private Instant now = Clock.systemUTC().instant();

    /** @param trust a PEM file of authorities to believe */
    HttpLab(@Nullable Path trust, String... allowed) {
        Resolver loopback = (_, _) -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        Wire wire = new Wire(
                new EgressGuard(loopback, Optional.of(List.of(allowed))), new Authorities(Optional.ofNullable(trust)));
        this.probe = new HttpProbe(new HttpRuns(wire, new TokenSource(wire)));
    }

    static HttpLab open() {
        return new HttpLab(null, "127.0.0.1");
    }

    /** Settings by names and values in turn; the URL is {@link #URL} unless it is among them. */
    static Settings settings(@Nullable Object... namesAndValues) {
        return TestSettings.read(READER, values(namesAndValues));
    }

    static List<String> faults(@Nullable Object... namesAndValues) {
        return TestSettings.faults(READER, values(namesAndValues));
    }

    Verdict run(@Nullable Object... namesAndValues) {
        return run(settings(namesAndValues));
    }

    Verdict run(Settings settings) {
        return run(settings, Duration.ofSeconds(5));
    }

    Verdict run(Settings settings, Duration timeout) {
        return probe.run(settings, new ProbeContext(now, Deadline.in(timeout)));
    }

    /** As {@link #run(Settings)}, after an attempt that was bad. */
    Verdict confirm(Settings settings) {
        return probe.run(settings, new ProbeContext(now, Deadline.in(Duration.ofSeconds(5)), true));
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    private static Map<String, Object> values(@Nullable Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("url", URL);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                values.put((String) namesAndValues[i], value);
            }
        }
        return values;
    }
}
