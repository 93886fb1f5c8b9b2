package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String ANNUAL = "/Archives/edgar/data/4711/000000471126000001/d1.htm";
    private static final String CURRENT = "/Archives/edgar/data/4711/000000471126000002/d2.htm";
    private static final String DOUBT =
            "These losses raise substantial doubt about the Company&#8217;s ability to continue as a <i>going concern</i>.";

    private record Listed(String form, String items, int daysAgo, String document) {}

    private final SimulatedSec sec;

    DocumentsTest() throws IOException {
        sec = new SimulatedSec();
    }

    @AfterEach
    void close() {
        sec.close();
    }

    @Test
    void aReportIsReadOnceAndWhatItSaysIsToldWithEachLook() {
        lists(new Listed("10-K", "", 30, "d1.htm"));
        sec.says(ANNUAL, 200, "<html><body><p>Widgets.</p><p>" + DOUBT + "</p></body></html>");

        for (int day = 0; day < 3; day++) {
            Verdict verdict = sec.look(NOW.plus(Duration.ofDays(day)));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(verdict.findings())
                    .filteredOn(finding -> finding.signal().equals("filing-going-concern"))
                    .singleElement()
                    .satisfies(doubt -> {
                        assertThat(doubt.dimension()).isEqualTo(Dimension.FINANCIAL);
                        assertThat(doubt.key()).isEqualTo("0000004711-26-000001#going-concern");
                        assertThat(doubt.occurredAt()).isEqualTo("2026-10-23T00:00:00Z");
                        assertThat(doubt.source()).isEqualTo("https://www.sec.gov" + ANNUAL);
                        assertThat(doubt.detail())
                                .containsEntry(
                                        "sentence",
                                        "These losses raise substantial doubt about the Company's ability to continue as a going concern.");
                    });
        }
        assertThat(asked(ANNUAL)).isEqualTo(1);
    }

    @Test
    void anItemTellsMoreBesideItsCode() {
        lists(new Listed("10-K", "", 30, "d1.htm"), new Listed("8-K", "5.02,9.01", 3, "d2.htm"));
        sec.says(CURRENT, 200, "<div>Item 5.02 Officers</div><div>Ann Lee resigned as Chief Financial Officer.</div>");

        assertThat(sec.look(NOW).findings())
                .extracting(Finding::signal, Finding::key)
                .contains(
                        tuple("filing-8k-5.02", "0000004711-26-000002#5.02"),
                        tuple("filing-8k-5.02-chief", "0000004711-26-000002#5.02~chief"));
    }

    @Test
    void fourAreReadAtOneLookThePeriodicOnesFirst() {
        List<Listed> many = new ArrayList<>();
        many.add(new Listed("10-K", "", 30, "d1.htm"));
        for (int report = 2; report <= 7; report++) {
            many.add(new Listed("8-K", "5.02", 3, "d" + report + ".htm"));
        }
        lists(many.toArray(Listed[]::new));

        Verdict verdict = sec.look(NOW);

        assertThat(documents()).hasSize(4).first().isEqualTo(ANNUAL);
        assertThat(verdict.detail()).containsEntry("documents", "4 of 7 new ones read");
        sec.look(NOW.plus(Duration.ofDays(1)));
        assertThat(documents()).hasSize(7);
        assertThat(sec.look(NOW.plus(Duration.ofDays(2))).detail()).containsEntry("documents", "0 of 0 new ones read");
    }

    @ParameterizedTest(name = "a {0} with {1} of {2} days ago is read: {3}")
    @CsvSource({
        "10-Q, '', 399, true",
        "10-Q, '', 401, false",
        "10-K/A, '', 1, false",
        "20-F, '', 1, false",
        "8-K, '5.02', 179, true",
        "8-K, '9.01, 4.01', 1, true",
        "8-K, '5.02', 181, false",
        "8-K, '2.04,9.01', 1, false",
        "8-K/A, '5.02', 1, false",
        "10-K, '', -5, false",
    })
    void onlyNewOnesAreReadWhoseTextTellsMore(String form, String items, int daysAgo, boolean read) {
        lists(new Listed(form, items, daysAgo, "d1.htm"));

        sec.look(NOW);

        assertThat(documents()).hasSize(read ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../x.htm", "a/b.htm", "x.htm?y", ".htm", "http://x.example/"})
    void aDocumentOfAnotherNameIsNotAskedFor(String name) {
        lists(new Listed("10-K", "", 30, name));

        sec.look(NOW);

        assertThat(documents()).isEmpty();
    }

    @Test
    void aDocumentThatIsNotThereIsNoHarmAndNotAskedForTwice() {
        lists(new Listed("10-K", "", 30, "d1.htm"));

        assertThat(sec.look(NOW).outcome()).isEqualTo(Outcome.UP);
        assertThat(sec.look(NOW.plus(Duration.ofDays(1))).outcome()).isEqualTo(Outcome.UP);
        assertThat(asked(ANNUAL)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 403, 429})
    void aDocumentThatIsRefusedIsNoHarmAndTriedAgain(int status) {
        lists(new Listed("10-K", "", 30, "d1.htm"), new Listed("10-Q", "", 3, "d2.htm"));
        sec.says(CURRENT, status, "no");

        assertThat(sec.look(NOW).outcome()).isEqualTo(Outcome.UP);
        assertThat(asked(ANNUAL)).as("after a refusal nothing more is sent").isEqualTo(status == 500 ? 1 : 0);
        sec.says(CURRENT, 200, "<p>" + DOUBT + "</p>");
        assertThat(sec.look(NOW.plus(Duration.ofMinutes(10))).findings())
                .extracting(Finding::signal)
                .contains("filing-going-concern");
    }

    private void lists(Listed... filings) {
        List<String> rows = new ArrayList<>();
        for (int row = filings.length - 1; row >= 0; row--) {
            rows.add("0000004711-26-%06d".formatted(row + 1));
        }
        List<Listed> newestFirst = List.of(filings).reversed();
        sec.says(SimulatedSec.SUBMISSIONS, 200, """
                {"name": "WIDGETS", "filings": {"recent": {"accessionNumber": [%s], "form": [%s], "items": [%s],
                 "filingDate": [%s], "primaryDocument": [%s]}}}""".formatted(
                quoted(rows),
                quoted(newestFirst.stream().map(Listed::form).toList()),
                quoted(newestFirst.stream().map(Listed::items).toList()),
                quoted(newestFirst.stream().map(each -> day(each.daysAgo())).toList()),
                quoted(newestFirst.stream().map(Listed::document).toList())));
    }

    private static String day(int daysAgo) {
        return LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(daysAgo).toString();
    }

    private static String quoted(List<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", "));
    }

    private long asked(String path) {
        return sec.asked().stream().filter(path::equals).count();
    }

    private List<String> documents() {
        return sec.asked().stream().filter(path -> path.startsWith("/Archives")).toList();
    }
}
