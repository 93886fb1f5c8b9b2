package io.bellwether.core.score;

import static io.bellwether.core.score.FilingLedgerTest.filing;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.Voices;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.core.score.UptimeEvidence.Outage;
import io.bellwether.core.score.explain.IndexDriver;
import io.bellwether.core.score.explain.IndexExplanation;
import io.bellwether.core.score.peer.Peer;
import io.bellwether.core.score.peer.PeerView;
import io.bellwether.core.score.slip.TrendRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VoicesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Set<String> JARGON = Set.of(
            "p95",
            "p50",
            "p99",
            "percentile",
            "baseline",
            "tls",
            "ssl",
            "hsts",
            "http",
            "https",
            "csp",
            "header",
            "headers",
            "latency",
            "dns",
            "cipher",
            "probe",
            "observation",
            "cve",
            "8-k",
            "10-k",
            "10-q",
            "nt",
            "item",
            "half-life",
            "ms",
            "json",
            "api",
            "down",
            "degraded",
            "null",
            "sec",
            "frame-options",
            "x-frame-options");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{Alnum}.-]+|\\.(?=\\s|$)");

    @ParameterizedTest
    @MethodSource("everyText")
    void theBusinessReadsNoJargon(Voices text) {
        Set<String> words = BETWEEN_WORDS
                .splitAsStream(text.marketing().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(words).doesNotContainAnyElementsOf(JARGON);
        assertThat(text.marketing()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void itReadsSomethingOfItsOwn(Voices text) {
        assertThat(text.it()).isNotBlank().isNotEqualTo(text.marketing());
    }

    static Stream<Voices> everyText() {
        return Stream.of(uptime(), latency(), security(), financial(), unknown(), slips(), index())
                .flatMap(texts -> texts);
    }

    private static Stream<Voices> uptime() {
        UptimeEvidence evidence = new UptimeEvidence(
                0.97, 900, 9, new Outage(NOW.minusSeconds(4000), "/o"), 2, 45, 1, NOW, NOW, "/availability");
        return drivers(UptimeScore.of(evidence, NOW), 4);
    }

    private static Stream<Voices> latency() {
        LatencyEvidence evidence =
                new LatencyEvidence(4000, 100, 300.0, 1000, 0.3, NOW.minus(Duration.ofDays(1)), NOW, "/series");
        return drivers(LatencyScore.of(List.of(evidence)), 3);
    }

    private static Stream<Voices> security() {
        SecurityCheck passed =
                SecurityScoreTest.check(RuleSets.all().getFirst().checks().getFirst(), CheckOutcome.PASS, 0);
        Stream<SecurityCheck> checks = RuleSets.all().stream()
                .flatMap(rules -> rules.checks().stream())
                .map(rule -> SecurityScoreTest.check(rule, CheckOutcome.FAIL, 3));
        return Stream.concat(
                checks.flatMap(check -> drivers(SecurityScore.of(List.of(check), List.of(), NOW), 1)),
                drivers(SecurityScore.of(List.of(passed), List.of(filing("filing-8k-1.05", "2026-11-01")), NOW), 1));
    }

    private static Stream<Voices> financial() {
        Stream<Voices> drivers = FilingWeights.all().stream()
                .filter(weight -> weight.points() > 0 && !FilingKinds.DEREGISTRATION.contains(weight.signal()))
                .map(weight -> List.of(filing(weight.signal(), "2026-11-02"), filing("filing-8k-3.01", "2026-11-01")))
                .flatMap(filings -> FinancialScore.of(filings, List.of(), null, NOW, NOW).drivers().stream())
                .map(Driver::text);
        Stream<Voices> information =
                FilingWeights.all().stream().map(weight -> new Voices(weight.name(), weight.meaning()));
        Stream<Voices> statements = drivers(
                FinancialScore.of(List.of(), List.of(), FinancialScoreTest.statements(90, "2026-12-31"), NOW, NOW), 1);
        return Stream.of(drivers, information, statements, registers(), told(), purse())
                .flatMap(texts -> texts);
    }

    private static Stream<Voices> told() {
        Stream<Voices> kinds = FactWeights.all().stream().map(weight -> new Voices(weight.name(), weight.meaning()));
        Stream<Voices> drivers = FactWeights.all().stream()
                .filter(weight -> weight.points() > 0)
                .map(weight -> FactLedgerTest.worst(weight.signal(), NOW))
                .flatMap(fact -> drivers(FinancialPartsTest.score(NOW, fact), 1));
        return Stream.concat(kinds, drivers);
    }

    private static Stream<Voices> purse() {
        return drivers(
                FinancialScore.of(
                        FinancialPartsTest.purse(
                                FinancialPartsTest.told(85, 0.9),
                                FinancialPartsTest.runway(1.0, EvidenceTier.STATED, 0.9)),
                        NOW),
                2);
    }

    private static Stream<Voices> registers() {
        return RegisterWeights.all().stream()
                .map(weight -> RegisterLedgerTest.state(weight.signal(), weight.value()))
                .flatMap(state -> drivers(FinancialScore.of(List.of(), List.of(state), null, NOW, NOW), 1));
    }

    private static Stream<Voices> unknown() {
        return Stream.of(
                        DimensionScore.UNKNOWN,
                        UptimeScore.of(new UptimeEvidence(null, 0, 0, null, 0, 0, 0, NOW, null, "/"), NOW),
                        LatencyScore.of(List.of()),
                        SecurityScore.of(List.of(), List.of(), NOW),
                        FinancialScore.of(List.of(), List.of(), null, null, NOW),
                        FinancialPartsTest.unwatched(NOW, FactLedgerTest.worst("layoffs", NOW)),
                        FinancialScore.of(
                                List.of(filing("acquisition-completed", "2026-01-01")), List.of(), null, NOW, NOW),
                        FinancialScore.of(List.of(filing("filing-15-12b", "2026-01-01")), List.of(), null, NOW, NOW),
                        FinancialScore.of(List.of(filing("filing-defm14a", "2026-01-01")), List.of(), null, NOW, NOW),
                        FinancialScore.of(List.of(filing("filing-8k-1.03", "2026-01-01")), List.of(), null, NOW, NOW),
                        FinancialScore.of(
                                List.of(
                                        filing("filing-8k-1.03", "2026-01-01"),
                                        filing("bankruptcy-emerged", "2026-02-01")),
                                List.of(),
                                null,
                                NOW,
                                NOW),
                        FinancialScore.of(
                                List.of(filing("filing-sc-to-t", "2026-01-01"), filing("filing-15-12b", "2026-02-01")),
                                List.of(),
                                null,
                                NOW,
                                NOW))
                .flatMap(score -> Stream.ofNullable(score.reason()));
    }

    private static Stream<Voices> slips() {
        LocalDate today = LocalDate.parse("2026-11-22");
        List<DailyIndex> falling = IntStream.rangeClosed(1, 340)
                .mapToObj(ago -> new DailyIndex(today.minusDays(ago), Math.min(95, 75 + ago / 7), "1"))
                .toList();
        List<DailyIndex> fallen = falling.stream()
                .map(day -> new DailyIndex(day.day(), day.day().isBefore(today.minusDays(3)) ? 90 : 75, "1"))
                .toList();
        return Stream.of(falling, fallen)
                .map(earlier -> TrendRule.of(new DailyIndex(today, 75, "1"), false, earlier, 60))
                .map(course -> course.slip().reason());
    }

    private static Stream<Voices> index() {
        Map<Dimension, DimensionScore> scores = Map.of(
                Dimension.UPTIME, new DimensionScore(50, 1, NOW, List.of()),
                Dimension.LATENCY, new DimensionScore(50, 1, NOW, List.of()),
                Dimension.SECURITY, new DimensionScore(50, 1, NOW, List.of()),
                Dimension.FINANCIAL, new DimensionScore(50, 1, NOW, List.of()));
        IndexWeights weights = IndexWeights.of(Tier.STRATEGIC);
        Stream<Voices> level = Arrays.stream(HardFact.values())
                .flatMap(fact ->
                        IndexExplanation.of(scores, weights, ViabilityIndex.of(scores, Set.of(fact), weights)).stream())
                .map(IndexDriver::text);
        Peer fallen = new Peer(60, -9, null);
        Peer still = new Peer(80, 0, 0);
        Stream<PeerView> peers = Stream.of(
                PeerView.of("mail", fallen, List.of(fallen, fallen, still)),
                PeerView.of("mail", fallen, List.of(fallen, still, still)),
                PeerView.of("mail", fallen, List.of(still, still, still)),
                PeerView.of("mail", still, List.of(fallen, still, still)),
                PeerView.of("mail", null, List.of(still, still, still)),
                PeerView.of("mail", still, List.of()));
        return Stream.concat(
                level,
                peers.flatMap(view -> view.reason() == null
                        ? Stream.of(
                                view.fourWeeks().text(), view.thirteenWeeks().text())
                        : Stream.of(view.reason())));
    }

    private static Stream<Voices> drivers(DimensionScore score, int expected) {
        assertThat(score.drivers()).hasSize(expected);
        return score.drivers().stream().map(Driver::text);
    }
}
