package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for finances of all kinds, made up by seed. */
class FinancialPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    /** Those that the context of others can end a score by, or weigh less, have properties of their own. */
    private static final List<String> FILINGS = FilingWeights.all().stream()
            .filter(weight -> weight.points() > 0)
            .map(FilingWeight::signal)
            .filter(signal -> !FilingKinds.DEREGISTRATION.contains(signal))
            .toList();

    /** Of a told runway the newest counts, so that a longer one relieves: it is added once. */
    private static final List<String> FACTS = FactWeights.all().stream()
            .filter(weight -> weight.points() > 0)
            .map(FactWeight::signal)
            .filter(signal -> !signal.equals(FactWeights.RUNWAY))
            .toList();

    private final List<FilingEvent> filings = new ArrayList<>();
    private final List<RegisterState> registers = new ArrayList<>();
    private final List<DatedFact> facts = new ArrayList<>();
    private @Nullable StatementRisk statements;
    private @Nullable Liquidity liquidity;
    private @Nullable Instant observedAt;
    private @Nullable Double debtCover;
    private Random random = new Random(0);

    @RepeatedTest(300)
    void driversAddUpToWhatIsMissingAndSoDoTheParts(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        for (int i = random.nextInt(15); i > 0; i--) {
            addAnything();
        }

        DimensionScore score = score(NOW);

        assertThat(score.score() == null).isEqualTo(score.reason() != null && score.confidence() == 0);
        assertThat(score.drivers().stream().mapToInt(Driver::contribution).sum())
                .isEqualTo(100 - score.counted());
        assertThat(score.parts().stream()
                        .mapToInt(FinancialPart.PartStanding::points)
                        .sum())
                .isEqualTo(100 - score.counted());
        assertThat(score.drivers()).allMatch(driver -> driver.contribution() >= 1);
        assertThat(score.confidence()).isBetween(0.0, 1.0);
    }

    @RepeatedTest(300)
    void oneMoreBadThingNeverRaisesTheScore(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        liquidity = liquidity(random.nextDouble() * 30);
        statements = statements(random.nextDouble() * 100, EvidenceTier.FILED, 1);
        int before = 100;
        for (int i = 0; i < 25; i++) {
            addBad(i);
            Integer after = score(NOW).score();
            assertThat(after).isNotNull().isLessThanOrEqualTo(before);
            before = after;
        }
    }

    @RepeatedTest(100)
    void aShorterRunwayAndARiskierRankNeverRaiseTheScore(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        facts.add(fact(FactWeights.RUNWAY, 0));
        debtCover = random.nextDouble() * 2;
        double months = random.nextDouble() * 40;
        double rank = random.nextDouble() * 100;
        liquidity = liquidity(months);
        statements = statements(rank, EvidenceTier.FILED, 1);
        int before = score(NOW).score();

        liquidity = liquidity(months * random.nextDouble());
        int shorter = score(NOW).score();
        statements = statements(rank + (100 - rank) * random.nextDouble(), EvidenceTier.FILED, 1);
        int riskier = score(NOW).score();

        assertThat(shorter).isLessThanOrEqualTo(before);
        assertThat(riskier).isLessThanOrEqualTo(shorter);
    }

    /** Registers and told runways run on by the calendar, and are no data that grows stale. */
    @RepeatedTest(200)
    void whatGrowsOldNeverLowersTheScore(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        liquidity = liquidity(random.nextDouble() * 30);
        statements = statements(
                random.nextDouble() * 100, random.nextBoolean() ? EvidenceTier.FILED : EvidenceTier.STATED, 0.9);
        observedAt = NOW;
        for (int i = 0; i < 6; i++) {
            filings.add(filing(i));
            facts.add(worst(i));
        }
        int before = score(NOW).score();
        double confidence = score(NOW).confidence();
        for (int days = 1; days < 1_500; days += 1 + random.nextInt(60)) {
            DimensionScore later = FinancialScore.of(evidence(NOW), NOW.plus(Duration.ofDays(days)));
            assertThat(later.confidence()).isLessThanOrEqualTo(confidence);
            confidence = later.confidence();
            assertThat(later.score()).isGreaterThanOrEqualTo(before);
            before = later.score();
        }
    }

    private void addAnything() {
        switch (random.nextInt(6)) {
            case 0 ->
                statements = statements(
                        random.nextDouble() * 100,
                        random.nextBoolean() ? EvidenceTier.FILED : EvidenceTier.STATED,
                        random.nextDouble());
            case 1 -> {
                debtCover = random.nextDouble() * 2;
                liquidity = liquidity(random.nextDouble() * 40);
            }
            case 2 ->
                facts.add(fact(
                        FactWeights.all()
                                .get(random.nextInt(FactWeights.all().size()))
                                .signal(),
                        facts.size()));
            case 3 -> observedAt = NOW.minus(Duration.ofDays(random.nextInt(300)));
            default -> addBad(filings.size() + registers.size() + facts.size());
        }
    }

    private void addBad(int number) {
        switch (random.nextInt(3)) {
            case 0 -> filings.add(filing(number));
            case 1 -> {
                RegisterWeight weight = RegisterWeights.all()
                        .get(random.nextInt(RegisterWeights.all().size()));
                registers.add(new RegisterState(
                        weight.signal(),
                        weight.value(),
                        NOW.minus(Duration.ofDays(random.nextInt(400))),
                        "https://register/" + number));
            }
            default -> facts.add(fact(FACTS.get(random.nextInt(FACTS.size())), number));
        }
    }

    private FilingEvent filing(int number) {
        return new FilingEvent(
                FILINGS.get(random.nextInt(FILINGS.size())),
                "filing" + number,
                NOW.minus(Duration.ofDays(random.nextInt(900))),
                "https://filing/" + number);
    }

    private DatedFact fact(String signal, int number) {
        FactMeasure measure = FactWeights.of(signal).measure();
        Double amount = measure == FactMeasure.NONE ? null : (Double) (random.nextDouble() * 60);
        return new DatedFact(
                signal,
                "fact" + number,
                NOW.minus(Duration.ofDays(random.nextInt(700))),
                "https://fact/" + number,
                random.nextDouble(),
                amount,
                random.nextInt(5) == 0 ? NOW.plus(Duration.ofDays(random.nextInt(300))) : null);
    }

    /** Of those that neither run down nor have to go on for a while: the day on which such a one begins to count is news. */
    private DatedFact worst(int number) {
        List<String> steady = FACTS.stream()
                .filter(signal -> FactWeights.of(signal).persists().isZero())
                .filter(signal -> !signal.equals(FactWeights.DOMAIN_NEGLECT))
                .toList();
        return fact(steady.get(random.nextInt(steady.size())), number);
    }

    private DimensionScore score(Instant lookedAt) {
        return FinancialScore.of(evidence(lookedAt), NOW);
    }

    private FinancialEvidence evidence(Instant lookedAt) {
        return new FinancialEvidence(filings, registers, statements, liquidity, facts, observedAt, lookedAt);
    }

    private StatementRisk statements(double rank, EvidenceTier tier, double confidence) {
        return new StatementRisk(
                rank,
                List.of("net income to assets"),
                TODAY.minusDays(200),
                TODAY.plusDays(random.nextInt(200) - 100),
                NOW.minus(Duration.ofDays(100)),
                "https://statements",
                tier,
                confidence);
    }

    private Liquidity liquidity(double months) {
        return new Liquidity(
                months,
                debtCover,
                TODAY.minusDays(60),
                TODAY.plusDays(random.nextInt(200) - 100),
                NOW.minus(Duration.ofDays(30)),
                EvidenceTier.FILED,
                1,
                "https://statements");
    }
}
