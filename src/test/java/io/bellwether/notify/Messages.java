package io.bellwether.notify;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** Messages to try things with. */
public final class Messages {

    private static final UUID EPISODE = UUID.fromString("0192f000-0000-7000-8000-000000000001");

    private Messages() {}

    public static Message firing(Audience audience, String title, Voices text) {
        return message(Happening.FIRING, Severity.CRITICAL, audience, title, text, false);
    }

    public static Message of(Happening happening, Severity severity) {
        return message(happening, severity, Audience.BOTH, "Acme: down", new Voices("probe DOWN", "no mail"), false);
    }

    public static Message test(Audience audience) {
        return message(
                Happening.FIRING,
                Severity.INFO,
                audience,
                "this channel works",
                new Voices("a test", "only a test"),
                true);
    }

    private static Message message(
            Happening happening, Severity severity, Audience audience, String title, Voices text, boolean test) {
        return new Message(
                UUID.fromString("0192f000-0000-7000-8000-00000000abcd"),
                EPISODE,
                1,
                happening,
                severity,
                "Acme",
                "acme",
                "vendor-down",
                audience,
                title,
                text,
                Map.of("minutes", 7),
                URI.create("http://localhost:8080/alerts/" + EPISODE),
                Instant.parse("2026-11-22T10:00:00Z"),
                ZoneId.of("UTC"),
                test);
    }
}
