package io.bellwether.probe.statuspage;

import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Documents;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents in the shape of each format, as they would be at 10:00 on 22 November 2026. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Path FOLDER = Path.of("src/test/resources/statuspage");

    private static final URI FEED = URI.create("https://status.acme.example/feed");
    private static final Json JSON = TestJson.json();

    private Fixtures() {}

    static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document document(String text) throws Unreadable {
        return Documents.read(response(text), JSON);
    }

    static Verdict judge(String text, Wanted wanted) throws Unreadable {
        return judge(text, null, wanted);
    }

    static Verdict judge(String text, @Nullable String companion, Wanted wanted) throws Unreadable {
        Document document = document(text);
        Document second = companion == null ? null : document(companion);
        Format format = Format.of(document).orElseThrow();
        return Declaration.judge(
                format.read(document, second, NOW), wanted, response(text), Map.of("format", format.name()), NOW);
    }

    /** Names separated by semicolons. */
    static Wanted wanted(@Nullable String components, @Nullable String regions) {
        return new Wanted(split(components), split(regions));
    }

    private static List<String> split(@Nullable String names) {
        return names == null ? List.of() : Arrays.asList(names.split(";", -1));
    }

    private static WireResponse response(String text) {
        return Answers.answer(FEED, 120, 200, text);
    }
}
