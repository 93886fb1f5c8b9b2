package io.bellwether.probe.filings;

import io.bellwether.core.Finding;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The events of a real company, as the probe reads them from the SEC's own files, each on the day on which it was filed. */
public final class FiledEvents {

    private static final Json JSON = TestJson.json();

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private FiledEvents() {}

    /** Of {@code submissions/CIK….json}. */
    public static List<FilingEvent> newest(Path file, long cik) throws IOException {
        return read(cik, text(file));
    }

    /** Of {@code submissions/CIK…-submissions-001.json}, which has the columns alone. */
    public static List<FilingEvent> older(Path file, long cik) throws IOException {
        return read(cik, "{\"filings\": {\"recent\": " + text(file) + "}}");
    }

    private static List<FilingEvent> read(long cik, String text) {
        Submissions submissions = JSON.read(text, Submissions.class);
        return FilingEvents.of(cik, String.valueOf(submissions.name()), submissions.recent(), NOW).stream()
                .map(FiledEvents::filed)
                .toList();
    }

    private static FilingEvent filed(Finding finding) {
        LocalDate day = LocalDate.parse(String.valueOf(finding.detail().get("filingDate")));
        return new FilingEvent(
                finding.signal(),
                finding.key(),
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                finding.source());
    }

    private static String text(Path file) throws IOException {
        try (InputStream body = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(body) : body) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
