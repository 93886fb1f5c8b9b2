package io.bellwether.notify;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Messages to try things with. */
public final class Messages {

    private static final UUID EPISODE = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final UUID ID = UUID.fromString("0192f000-0000-7000-8000-00000000abcd");

    private Messages() {}

    public static Message firing(Audience audience, String title, Voices text) {
        return message(audience, false, telling(EPISODE, Happening.FIRING, Severity.CRITICAL, title, text));
    }

    public static Message of(Happening happening, Severity severity) {
        Voices text = new Voices("probe DOWN", "no mail");
        return message(Audience.BOTH, false, telling(EPISODE, happening, severity, "Acme: down", text));
    }

    public static Message test(Audience audience) {
        Voices text = new Voices("a test", "only a test");
        return message(audience, true, telling(EPISODE, Happening.FIRING, Severity.INFO, "this channel works", text));
    }

    /** Of many alerts, all news. */
    public static Message of(int alerts, String title, Voices text) {
        return message(
                Audience.BOTH,
                false,
                IntStream.range(0, alerts)
                        .mapToObj(number -> telling(
                                new UUID(0, number), Happening.FIRING, Severity.WARNING, title + " " + number, text))
                        .toArray(Telling[]::new));
    }

    private static Message message(Audience audience, boolean test, Telling... tellings) {
        return new Message(ID, audience, ZoneId.of("UTC"), "first notification", List.of(tellings), 0, test);
    }

    private static Telling telling(UUID episode, Happening happening, Severity severity, String title, Voices text) {
        return new Telling(
                episode,
                1,
                happening,
                severity,
                "Acme",
                "acme",
                "vendor-down",
                title,
                text,
                Map.of("minutes", 7),
                URI.create("http://localhost:8080/alerts/" + episode),
                Instant.parse("2026-11-22T10:00:00Z"),
                true);
    }
}
