package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.bellwether.RealFilings;
import io.bellwether.core.Finding;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A company that was in time for two decades, then late with notice, then gone; only where its files lie beside the project. */
class RealOverdueTest {

    private static final Json JSON = TestJson.json();
    private static final long CIK = 1009672;

    private static Submissions company = new Submissions(null, null, null, null, null);
    private static List<Filing> filings = List.of();

    @BeforeAll
    static void read() throws IOException {
        assumeThat(RealFilings.FOLDER).exists();
        company = JSON.read(text("CIK0001009672.json.gz"), Submissions.class);
        FilingColumns older = JSON.read(text("CIK0001009672-submissions-001.json.gz"), FilingColumns.class);
        filings =
                Stream.concat(company.recent().stream(), older.rows().stream()).toList();
    }

    @Test
    void nothingWasEverOverdue() {
        List<LocalDate> overdue = LocalDate.parse("1997-01-01")
                .datesUntil(LocalDate.parse("2022-01-01"), Period.ofDays(5))
                .filter(day -> value(filings, day).equals("OVERDUE"))
                .toList();

        assertThat(overdue).isEmpty();
    }

    @Test
    void aReportThatWereMissingWouldBe() {
        List<Filing> without = filings.stream()
                .filter(filing ->
                        !(filing.form().equals("10-Q") && filing.filingDate().compareTo("2019-07-01") > 0))
                .toList();

        assertThat(value(without, LocalDate.parse("2019-08-29"))).isEqualTo("NONE");
        assertThat(value(without, LocalDate.parse("2019-08-30"))).isEqualTo("OVERDUE");
    }

    private static String value(List<Filing> known, LocalDate day) {
        Instant now = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Finding> events = FilingEvents.of(CIK, "Widgets", known, now);
        return String.valueOf(Overdue.of(CIK, company, known, events, now).value());
    }

    private static String text(String file) throws IOException {
        try (InputStream body = new GZIPInputStream(Files.newInputStream(RealFilings.FOLDER.resolve(file)))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
