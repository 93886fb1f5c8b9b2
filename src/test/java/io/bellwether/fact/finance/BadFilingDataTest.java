package io.bellwether.fact.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.filed.Accounts;
import io.bellwether.core.finance.filed.Dropped;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.core.finance.filed.FiledItem;
import io.bellwether.core.finance.filed.Filings;
import io.bellwether.core.finance.filed.Flag;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FinancialScore;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.filings.SimulatedSec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that the SEC may answer instead of what it should: each ends as UNKNOWN or as a figure with a flag or a reason, and none
 * makes a healthy company look worse than the good answer of the day before did.
 */
class BadFilingDataTest {

    private static final Instant YESTERDAY = Instant.parse("2025-06-01T10:00:00Z");
    private static final Instant NOW = YESTERDAY.plus(Duration.ofDays(1));
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final Scorecard SCORECARD = ScorecardFile.read(TestJson.json());

    private static final String XML = "<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>";
    private static final String GOOD = submissions("4711", "8-K", "2025-05-02", "2025-05-02");
    /** With a newer report, so that the figures are read again. */
    private static final String NEWER = submissions("4711", "10-Q/A", "2025-03-31", "2025-06-02");

    private static final String TEXT = submissions("\"0000004711\"", "10-Q/A", "2025-03-31", "2025-06-02");

    private static final String FIGURES = SimulatedSec.figures(Filings.steady().facts());
    private static final String YEAR = "2024-01-01/2024-12-31";

    /**
     * What comes instead, and what has to follow of it.
     *
     * @param follows of the answer and of the statements that are known after it
     */
    record Bad(
            String name,
            int status,
            String submissions,
            int statusOfFigures,
            String figures,
            Outcome outcome,
            BiConsumer<Verdict, Accounts> follows) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final Map<String, FilingEvent> events = new LinkedHashMap<>();
    private SimulatedSec sec;

    @BeforeEach
    void open() throws IOException {
        sec = new SimulatedSec();
        sec.says(SimulatedSec.SUBMISSIONS, 200, GOOD);
        sec.says(SimulatedSec.FIGURES, 200, FIGURES);
    }

    @AfterEach
    void close() {
        sec.close();
    }

    static Stream<Bad> bad() {
        return Stream.of(
                list("truncated JSON", 200, NEWER.substring(0, NEWER.length() / 2), "cannot be read"),
                figures("truncated JSON of the figures", 200, FIGURES.substring(0, FIGURES.length() / 2), "not JSON"),
                list("XML in place of JSON", 200, XML, "knows no filer"),
                figures("XML in place of the figures", 200, XML, "not JSON"),
                good("CIK as a text", TEXT, FIGURES, BadFilingDataTest::unchanged),
                good(
                        "CIK as a number",
                        NEWER,
                        FIGURES.replace("\"cik\": 4711", "\"cik\": \"0000004711\""),
                        BadFilingDataTest::unchanged),
                list("CIK of another company", 200, NEWER.replace("\"cik\": 4711", "\"cik\": 815"), "those of CIK 815"),
                good("empty filer", empty(), "{}", BadFilingDataTest::unchanged),
                good("tag migration", NEWER, SimulatedSec.figures(migrated()), BadFilingDataTest::unchanged),
                good(
                        "conflicting restatements",
                        NEWER,
                        SimulatedSec.figures(restated()),
                        (_, accounts) -> assertThat(
                                        accounts.years().getLast().figures().get(FiledItem.REVENUE))
                                .satisfies(
                                        revenue -> assertThat(revenue.value()).isEqualTo(145e6))
                                .satisfies(
                                        revenue -> assertThat(revenue.flags()).contains(Flag.RESTATED))),
                good(
                        "currency other than USD",
                        NEWER,
                        FIGURES.replace("USD", "EUR"),
                        (_, accounts) ->
                                assertThat(accounts.refusal()).isEqualTo("it reports in EUR, which is not converted")),
                good("negative assets", NEWER, SimulatedSec.figures(negative()), dropped(Dropped.NEGATIVE)),
                good(
                        "fiscal years of 52 and 53 weeks",
                        weeks(),
                        SimulatedSec.figures(inWeeks()),
                        (verdict, accounts) -> {
                            assertThat(accounts.years()).hasSize(3);
                            assertThat(accounts.dropped()).isEmpty();
                            assertThat(verdict.detail()).containsEntry("overdue", "NONE");
                        }),
                good(
                        "filings of the future",
                        submissions("4711", "8-K", "2031-01-01", "2031-01-02"),
                        FIGURES,
                        (verdict, _) -> assertThat(verdict.detail()).containsEntry("unreadable", 1L)),
                good("figures of the future", NEWER, SimulatedSec.figures(early()), dropped(Dropped.FUTURE)),
                list("403", 403, "who are you", "status 403"),
                list("429", 429, "slow down", "status 429"),
                figures("403 for the figures", 403, "who are you", "status 403"),
                figures("429 for the figures", 429, "slow down", "status 429"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(Bad data) {
        DimensionScore before = score(sec.look(YESTERDAY), YESTERDAY, YESTERDAY);
        assertThat(FiledFinance.risk(SCORECARD, SimulatedSec.CIK, Accounts.of(sec.kept(), TODAY)))
                .as("its statements are judged")
                .isPresent();
        sec.says(SimulatedSec.SUBMISSIONS, data.status(), data.submissions());
        sec.says(SimulatedSec.FIGURES, data.statusOfFigures(), data.figures());

        Verdict verdict = sec.look(NOW);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(data.outcome());
        data.follows().accept(verdict, Accounts.of(sec.kept(), TODAY));
        DimensionScore after = score(verdict, data.outcome().good() ? NOW : YESTERDAY, NOW);
        assertThat(after.score()).isNotNull().isGreaterThanOrEqualTo(Objects.requireNonNull(before.score()));
        assertThat(after.confidence()).isLessThanOrEqualTo(before.confidence());
    }

    /** What the test above must not be bought with. */
    @Test
    void badNewsStillCounts() {
        DimensionScore before = score(sec.look(YESTERDAY), YESTERDAY, YESTERDAY);
        sec.says(SimulatedSec.SUBMISSIONS, 200, submissions("4711", "NT 10-K", "2025-05-31", "2025-06-02"));

        DimensionScore after = score(sec.look(NOW), NOW, NOW);

        assertThat(after.score()).isLessThan(Objects.requireNonNull(before.score()) - 20);
    }

    private DimensionScore score(Verdict verdict, Instant lookedAt, Instant now) {
        for (Finding finding : verdict.findings()) {
            if (finding.value() == null || finding.value().equals("OVERDUE")) {
                events.putIfAbsent(
                        finding.key(),
                        new FilingEvent(finding.signal(), finding.key(), finding.occurredAt(), finding.source()));
            }
        }
        Accounts accounts = Accounts.of(sec.kept(), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return FinancialScore.of(
                List.copyOf(events.values()),
                List.of(),
                FiledFinance.risk(SCORECARD, SimulatedSec.CIK, accounts).orElse(null),
                lookedAt,
                now);
    }

    private static Bad list(String name, int status, String body, String reason) {
        return new Bad(
                name,
                status,
                body,
                200,
                FIGURES,
                Outcome.UNKNOWN,
                (verdict, _) -> assertThat(verdict.reason()).contains(reason));
    }

    private static Bad figures(String name, int status, String body, String reason) {
        return new Bad(name, 200, NEWER, status, body, Outcome.UNKNOWN, (verdict, accounts) -> {
            assertThat(verdict.reason()).contains("figures could not be read", reason);
            assertThat(accounts.years()).as("what was known stays known").hasSize(3);
        });
    }

    private static Bad good(String name, String list, String figures, BiConsumer<Verdict, Accounts> follows) {
        return new Bad(name, 200, list, 200, figures, Outcome.UP, follows);
    }

    private static void unchanged(Verdict verdict, Accounts accounts) {
        assertThat(verdict.detail()).containsEntry("unreadable", 0L);
        assertThat(accounts.years()).hasSize(3);
        assertThat(accounts.years().getLast().figures().get(FiledItem.REVENUE).value())
                .isEqualTo(140e6);
        assertThat(accounts.trailing()
                        .getLast()
                        .figures()
                        .get(FiledItem.REVENUE)
                        .value())
                .as("140 of the year and 40 of this quarter, without 30 of that of last year")
                .isEqualTo(150e6);
    }

    private static BiConsumer<Verdict, Accounts> dropped(Dropped reason) {
        return (_, accounts) -> {
            assertThat(accounts.dropped()).containsOnlyKeys(reason);
            assertThat(accounts.years()).hasSize(3);
        };
    }

    /** The good list with one filing more. */
    private static String submissions(String cik, String form, String period, String filed) {
        return """
                {"cik": %s, "name": "WIDGETS", "category": "Large accelerated filer", "fiscalYearEnd": "1231",
                 "filings": {"recent": {
                 "accessionNumber": ["0000004711-25-000009", "0000004711-25-000004", "0000004711-25-000007", "0000004711-25-000003"],
                 "form": ["%s", "10-Q", "8-K", "10-K"], "reportDate": ["%s", "2025-03-31", "2025-04-01", "2024-12-31"],
                 "filingDate": ["%s", "2025-05-02", "2025-04-02", "2025-02-20"], "items": ["", "", "5.02", ""]}, "files": []}}""".formatted(cik, form, period, filed);
    }

    private static String empty() {
        return """
                {"cik": 4711, "name": "WIDGETS", "fiscalYearEnd": "1231", "filings": {"recent": {
                 "accessionNumber": [], "form": [], "filingDate": [], "reportDate": []}, "files": []}}""";
    }

    private static String weeks() {
        return NEWER.replace("2024-12-31", "2024-12-28").replace("2025-03-31", "2025-03-29");
    }

    private static List<FiledFact> migrated() {
        return Filings.steady()
                .without("us-gaap:Revenues", YEAR)
                .without("us-gaap:Revenues", "2025-01-01/2025-03-31")
                .without("us-gaap:Revenues", "2024-01-01/2024-03-31")
                .by("10-K", "2025-02-20")
                .add("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", YEAR, 140)
                .by("10-Q", "2025-05-02")
                .add("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", "2025-01-01/2025-03-31", 40)
                .add("us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax", "2024-01-01/2024-03-31", 30)
                .facts();
    }

    private static List<FiledFact> restated() {
        return Filings.steady()
                .by("10-Q/A", "2025-06-01")
                .add("us-gaap:Revenues", YEAR, 139)
                .by("10-Q/A", "2025-06-01")
                .add("us-gaap:Revenues", YEAR, 145)
                .facts();
    }

    private static List<FiledFact> negative() {
        return Filings.steady()
                .by("10-Q/A", "2025-06-01")
                .add("us-gaap:Assets", "2024-12-31", -220)
                .facts();
    }

    private static List<FiledFact> early() {
        return Filings.steady()
                .by("10-Q/A", "2025-06-01")
                .add("us-gaap:Assets", "2025-12-31", 1)
                .add("us-gaap:Revenues", "2025-01-01/2025-12-31", 1)
                .facts();
    }

    /** Years of 364 and 371 days, the last of which ends on 28 December. */
    private static List<FiledFact> inWeeks() {
        Map<String, String> ends = Map.of(
                "2022-12-31",
                "2022-12-24",
                "2023-12-31",
                "2023-12-30",
                "2024-12-31",
                "2024-12-28",
                "2025-03-31",
                "2025-03-29",
                "2024-03-31",
                "2024-03-30");
        Map<String, String> starts = Map.of(
                "2022-01-01",
                "2021-12-26",
                "2023-01-01",
                "2022-12-25",
                "2024-01-01",
                "2023-12-31",
                "2025-01-01",
                "2024-12-29");
        return Filings.steady()
                .each(fact -> new FiledFact(
                        fact.tag(),
                        fact.unit(),
                        fact.start() == null
                                ? null
                                : LocalDate.parse(starts.get(fact.start().toString())),
                        LocalDate.parse(ends.get(fact.end().toString())),
                        fact.value(),
                        fact.accession(),
                        fact.form(),
                        fact.filed()))
                .facts();
    }
}
