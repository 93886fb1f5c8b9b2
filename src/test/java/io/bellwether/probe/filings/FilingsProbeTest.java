package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingsProbeTest {

    private static final Json JSON = TestJson.json();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final OlderFilings.Reading NO_OLDER = new OlderFilings.Reading("none", List.of());
    private static final WireResponse RESPONSE = Answers.answer(200, "{}");

    /** Made up, in the shape of the SEC's files. */
    private static final String FAILING = """
            {"cik": "0000004711", "entityType": "operating", "name": "FAILING WIDGETS INC", "tickers": ["FAIL"],
             "filings": {"recent": {
               "accessionNumber": ["0000004711-26-000009", "0000004711-26-000008", "0000004711-26-000007",
                                   "0000004711-26-000006", "0000004711-26-000005", "0000004711-26-000004", "junk"],
               "filingDate":      ["2026-11-20", "2026-11-02", "2026-10-30", "2026-08-01", "2026-07-01", "2026-06-30", ""],
               "reportDate":      ["2026-11-19", "", "2026-10-29", "2026-06-30", "2026-06-29", "", ""],
               "acceptanceDateTime": ["2026-11-20T06:59:30.000Z", "", "2026-10-30T21:00:00.000Z",
                                      "2026-08-01T12:00:00.000Z", "2026-07-01T12:00:00.000Z", "2026-06-30T12:00:00.000Z", ""],
               "form":            ["8-K", "NT 10-K", "8-K/A", "10-Q", "8-K", "4", "25"],
               "items":           ["1.01,1.03, 2.04,7.01,9.01", "", "1.05", "", "7.01,8.01", "", ""],
               "size":            [1, 2, 3, 4, 5, 6, 7],
               "primaryDocument": ["d8k.htm", "nt10k.htm", "d8ka.htm", "d10q.htm", "d.htm", "xsl/f4.xml", ""]},
              "files": []}}""";

    @Test
    void tellsOneEventPerItemAndPerForm() {
        List<Finding> events = events(FAILING);

        assertThat(events)
                .extracting(Finding::signal, Finding::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("filing-8k-1.01", "0000004711-26-000009#1.01"),
                        org.assertj.core.groups.Tuple.tuple("filing-8k-1.03", "0000004711-26-000009#1.03"),
                        org.assertj.core.groups.Tuple.tuple("filing-8k-2.04", "0000004711-26-000009#2.04"),
                        org.assertj.core.groups.Tuple.tuple("filing-nt-10-k", "0000004711-26-000008#NT 10-K"),
                        org.assertj.core.groups.Tuple.tuple("filing-8k-a-1.05", "0000004711-26-000007#1.05"),
                        org.assertj.core.groups.Tuple.tuple("filing-10-q", "0000004711-26-000006#10-Q"));
    }

    @Test
    void datesEachEventAndSaysWhereItStands() {
        List<Finding> events = events(FAILING);
        Finding bankruptcy = events.get(1);

        assertThat(bankruptcy.dimension()).isEqualTo(Dimension.FINANCIAL);
        assertThat(bankruptcy.value()).isNull();
        assertThat(bankruptcy.occurredAt()).isEqualTo("2026-11-20T06:59:30Z");
        assertThat(bankruptcy.source())
                .isEqualTo("https://www.sec.gov/Archives/edgar/data/4711/000000471126000009/d8k.htm");
        assertThat(bankruptcy.detail())
                .containsEntry("company", "FAILING WIDGETS INC")
                .containsEntry("form", "8-K")
                .containsEntry("item", "1.03")
                .containsEntry("meaning", "Bankruptcy or receivership")
                .containsEntry("filingDate", "2026-11-20")
                .containsEntry("reportDate", "2026-11-19");
        assertThat(events.get(3).occurredAt()).as("no time of acceptance").isEqualTo("2026-11-02T00:00:00Z");
        assertThat(events.get(4).dimension()).as("a cyber incident").isEqualTo(Dimension.SECURITY);
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            its last report was that of March         | 1231 | 10-Q  |       | OVERDUE
            the next one came                         | 1231 | 10-Q  | 10-Q  | NONE
            late was announced                        | 1231 | 10-Q  | NT 10-Q | NONE
            it ended its registration                 | 1231 | 10-Q  | 15-12G | NONE
            nobody tells when its year ends           | ''   | 10-Q  |       | UNKNOWN
            its year ends on a day that is none       | 1331 | 10-Q  |       | UNKNOWN
            its year ends in words                    | Dec. | 10-Q  |       | UNKNOWN
            it has never reported                     | 1231 | S-1   |       | NONE
            """)
    void tellsWhetherAReportIsOverdue(String name, String yearEnd, String form, @Nullable String next, String value) {
        String company = """
                {"name": "X", "category": "Large accelerated filer", "fiscalYearEnd": "%s", "filings": {"recent": {
                 "accessionNumber": ["0000004711-26-000002", "0000004711-26-000001"],
                 "form": ["%s", "%s"], "reportDate": ["2026-06-30", "2026-03-31"],
                 "filingDate": ["2026-08-12", "2026-05-05"]}}}""".formatted(yearEnd, next == null ? "4" : next, form);

        assertThat(judge(company).findings())
                .filteredOn(finding -> finding.value() != null)
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.signal()).isEqualTo("filing-overdue");
                    assertThat(state.dimension()).isEqualTo(Dimension.FINANCIAL);
                    assertThat(state.value()).as(name).isEqualTo(value);
                    assertThat(state.occurredAt()).isEqualTo(NOW);
                    if (value.equals("OVERDUE")) {
                        assertThat(state.detail())
                                .containsEntry("form", "10-Q")
                                .containsEntry("periodEnd", "2026-06-30")
                                .containsEntry("dueOn", "2026-08-10")
                                .containsEntry("since", "2026-08-25");
                    }
                });
    }

    /** A list that nobody renews says nothing of what was filed since. */
    @ParameterizedTest
    @CsvSource({"2025-11-21, UNKNOWN", "2025-11-22, OVERDUE"})
    void aListWithoutAnythingOfTheLastYearIsOld(String newest, String value) {
        String company = """
                {"name": "X", "fiscalYearEnd": "1231", "filings": {"recent": {
                 "accessionNumber": ["0000004711-25-000002", "0000004711-25-000001"], "form": ["4", "10-Q"],
                 "reportDate": ["", "2025-03-31"], "filingDate": ["%s", "2025-05-05"]}}}""".formatted(newest);

        assertThat(judge(company).findings())
                .filteredOn(finding -> finding.signal().equals("filing-overdue"))
                .extracting(Finding::value)
                .containsExactly(value);
    }

    @Test
    void aDayOfFilingThatDoesNotFitTheTimeOfAcceptanceCounts() {
        String one = """
                {"name": "X", "filings": {"recent": {"accessionNumber": ["0000004711-26-000001", "0000004711-26-000002"],
                 "filingDate": ["2026-01-02", "2026-12-24"], "acceptanceDateTime": ["1970-01-01T00:00:00.000Z", ""],
                 "form": ["NT 10-K", "NT 10-Q"]}}}""";

        assertThat(events(one))
                .singleElement()
                .satisfies(event -> assertThat(event.occurredAt()).isEqualTo("2026-01-02T00:00:00Z"));
        assertThat(judge(one).detail()).as("the one of the future").containsEntry("unreadable", 1L);
    }

    @Test
    void countsWhatItCouldNotRead() {
        assertThat(judge(FAILING).detail()).containsEntry("filings", 7).containsEntry("unreadable", 1L);
    }

    @ParameterizedTest(name = "form {0} is {1}")
    @CsvSource({
        "NT 10-Q, filing-nt-10-q",
        "25-NSE, filing-25-nse",
        "25, filing-25",
        "15-12B, filing-15-12b",
        "15-12G, filing-15-12g",
        "15-15D, filing-15-15d",
        "10-K/A, filing-10-k-a",
        "10-K, filing-10-k",
        "20-F, filing-20-f",
        "NT 20-F, filing-nt-20-f",
        "10-KT, filing-10-kt",
        "40-F, filing-40-f",
        "8-A12B, filing-8-a12b",
        "SC TO-I, filing-sc-to-i",
        "SC 14D9, filing-sc-14d9",
        "DEFM14A, filing-defm14a",
        "SC TO-T, filing-sc-to-t"
    })
    void knowsTheForms(String form, String signal) {
        String one = """
                {"cik": 4711, "name": "X", "filings": {"recent": {"accessionNumber": ["0000000001-26-000001"],
                 "filingDate": ["2026-01-02"], "form": ["%s"]}}}""".formatted(form);

        assertThat(events(one)).singleElement().satisfies(event -> {
            assertThat(event.signal()).isEqualTo(signal);
            assertThat(event.source()).endsWith("/4711/000000000126000001/");
        });
    }

    @Test
    void aCompanyWithoutFilingsIsReadAsSuch() {
        Verdict empty = judge(
                "{\"cik\":\"0000004711\",\"name\":\"New\",\"filings\":{\"recent\":{\"accessionNumber\":[],\"form\":[]}}}");

        assertThat(empty.outcome()).isEqualTo(Outcome.UP);
        assertThat(empty.findings()).extracting(Finding::signal).containsExactly("filing-overdue");
        assertThat(judge("{\"filings\":{\"recent\":{}}}").outcome()).isEqualTo(Outcome.UP);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"filings": {}}
            {"cik": 4712, "filings": {"recent": {}}}
            {"cik": "0000004712", "filings": {"recent": {}}}
            {"cik": "CIK4711", "filings": {"recent": {}}}
            {"filings": {"recent": {"accessionNumber": ["a"], "form": ["8-K"]}}}
            {"filings": {"recent": {"accessionNumber": ["a"], "form": [], "filingDate": ["2026-01-01"]}}}
            {"filings": {"recent": {"accessionNumber": ["a"], "form": ["8-K"], "filingDate": ["d"], "items": []}}}
            """)
    void refusesColumnsThatDoNotFit(String body) {
        Verdict verdict = judge(body);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
    }

    @ParameterizedTest(name = "status {0} with {1} is {2}")
    @CsvSource({
        "200, {}, ",
        "200, <?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>, NOT_CONFIGURED",
        "404, <Error/>, NOT_CONFIGURED",
        "403, no, CIRCUIT_OPEN",
        "429, no, CIRCUIT_OPEN",
        "500, no, UNEXPECTED_STATUS"
    })
    void whateverIsRefusedIsUnknown(int status, String body, @Nullable Cause cause) {
        Verdict refusal = FilingsProbe.refusal(4711, Answers.answer(status, body));

        assertThat(refusal == null ? null : refusal.cause()).isEqualTo(cause);
        assertThat(refusal == null ? Outcome.UNKNOWN : refusal.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    /** What is overdue is one more finding of each look. */
    private static List<Finding> events(String body) {
        return judge(body).findings().stream()
                .filter(finding -> finding.value() == null)
                .toList();
    }

    private static Verdict judge(String body) {
        Submissions submissions = JSON.read(body, Submissions.class);
        Verdict fault = FilingsProbe.fault(4711, submissions, RESPONSE);
        return fault == null ? FilingsProbe.judge(4711, submissions, NO_OLDER, RESPONSE, NOW) : fault;
    }
}
