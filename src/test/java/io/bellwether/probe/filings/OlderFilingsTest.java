package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OlderFilingsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String FIRST = "CIK0000004711-submissions-001.json";
    private static final String SECOND = "CIK0000004711-submissions-002.json";
    private static final String OLD = """
            {"accessionNumber": ["0000004711-03-000002", "0000004711-03-000001"], "filingDate": ["2003-05-02", "2003-02-01"],
             "reportDate": ["", ""], "acceptanceDateTime": ["2003-05-02T12:00:00.000Z", "2003-02-01T12:00:00.000Z"],
             "form": ["8-K", "4"], "items": ["4.01,9.01", ""], "primaryDocument": ["d8k.htm", "f4.xml"]}""";

    private final SimulatedSec sec;

    OlderFilingsTest() throws IOException {
        sec = new SimulatedSec();
    }

    @BeforeEach
    void onePage() {
        names(FIRST);
        sec.says("/submissions/" + FIRST, 200, OLD);
    }

    @AfterEach
    void close() {
        sec.close();
    }

    @Test
    void areReadOnceAndToldWithEachLookWithTheDayOnWhichTheyWereFiled() {
        Verdict first = sec.look(NOW);
        Verdict second = sec.look(NOW.plus(Duration.ofDays(299)));

        assertThat(asked(FIRST)).isEqualTo(1);
        for (Verdict verdict : List.of(first, second)) {
            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(events(verdict)).containsExactlyInAnyOrder("filing-nt-10-k", "filing-8k-4.01");
        }
        assertThat(first.findings())
                .filteredOn(finding -> finding.signal().equals("filing-8k-4.01"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.occurredAt()).isEqualTo("2003-05-02T12:00:00Z");
                    assertThat(change.key()).isEqualTo("0000004711-03-000002#4.01");
                });
        assertThat(first.detail()).containsEntry("older", 1).containsEntry("olderPages", "1 of 1 pages read");
    }

    @Test
    void areReadAgainBeforeAFilingCanHaveLeftTheNewestListUnseen() {
        sec.look(NOW);
        sec.look(NOW.plus(Duration.ofDays(300)));

        assertThat(asked(FIRST)).isEqualTo(2);
    }

    @Test
    void aFilingThatIsInBothListsIsToldOnce() {
        sec.says("/submissions/" + FIRST, 200, OLD.replace("0000004711-03-000002", "0000004711-26-000001"));

        assertThat(events(sec.look(NOW))).containsExactly("filing-nt-10-k");
    }

    @Test
    void threePagesAreReadAtOneLookAndTenInAll() {
        String[] pages = IntStream.rangeClosed(1, 12)
                .mapToObj("CIK0000004711-submissions-%03d.json"::formatted)
                .toArray(String[]::new);
        names(pages);
        for (String page : pages) {
            sec.says("/submissions/" + page, 200, OLD);
        }

        assertThat(sec.look(NOW).detail()).containsEntry("olderPages", "3 of 10 pages read");
        assertThat(sec.asked()).hasSize(4);
        for (int day = 1; day < 6; day++) {
            sec.look(NOW.plus(Duration.ofDays(day)));
        }
        assertThat(sec.asked())
                .as("ten pages, and the list at each of six looks")
                .hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "CIK0000004712-submissions-001.json",
                "CIK0000004711-submissions-001.json?x=1",
                "https://evil.example/CIK0000004711-submissions-001.json",
                ""
            })
    void aPageOfAnotherNameIsNotAskedFor(String name) {
        names(name);

        assertThat(sec.look(NOW).outcome()).isEqualTo(Outcome.UP);
        assertThat(sec.asked()).containsExactly(SimulatedSec.SUBMISSIONS);
    }

    @ParameterizedTest(name = "status {0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"accessionNumber": ["0000004711-03-000002"], "filing | cannot be read
            200 | <Error/>                                              | cannot be read
            200 | null                                                  | cannot be read
            200 | {"accessionNumber": ["a"], "form": []}                | columns
            404 | <Error/>                                              | status 404
            500 | sorry                                                 | status 500
            """)
    void aPageThatCannotBeReadIsNoHarmAndIsTriedAgain(int status, String body, String told) {
        sec.says("/submissions/" + FIRST, status, body);

        Verdict verdict = sec.look(NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(events(verdict)).containsExactly("filing-nt-10-k");
        assertThat(String.valueOf(verdict.detail().get("olderPages")))
                .startsWith("0 of 1 pages read; " + FIRST)
                .contains(told);
        sec.says("/submissions/" + FIRST, 200, OLD);
        assertThat(events(sec.look(NOW.plus(Duration.ofDays(1))))).contains("filing-8k-4.01");
    }

    @Test
    void whatWasReadBeforeTheSecAskedUsToStopIsKept() {
        names(FIRST, SECOND);
        sec.says("/submissions/" + SECOND, 403, "who are you");

        Verdict verdict = sec.look(NOW);

        assertThat(events(verdict)).contains("filing-8k-4.01");
        assertThat(verdict.detail().get("olderPages").toString()).contains("status 403");
        sec.look(NOW.plus(Duration.ofMinutes(9)));
        assertThat(sec.asked()).as("nothing is sent for ten minutes").hasSize(3);
    }

    private long asked(String page) {
        return sec.asked().stream().filter(path -> path.endsWith(page)).count();
    }

    private static List<String> events(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.value() == null)
                .map(Finding::signal)
                .toList();
    }

    private void names(String... pages) {
        String files = Arrays.stream(pages)
                .map("{\"name\": \"%s\", \"filingCount\": 2, \"filingFrom\": \"2003-02-01\"}"::formatted)
                .collect(Collectors.joining(", "));
        sec.says(SimulatedSec.SUBMISSIONS, 200, """
                {"name": "WIDGETS", "filings": {"recent": {"accessionNumber": ["0000004711-26-000001"],
                 "form": ["NT 10-K"], "filingDate": ["2026-11-01"]}, "files": [%s]}}""".formatted(files));
    }
}
