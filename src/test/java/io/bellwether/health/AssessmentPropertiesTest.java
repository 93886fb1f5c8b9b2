package io.bellwether.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.score.DatedFact;
import io.bellwether.core.score.FactMeasure;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.core.score.LatencyEvidence;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.RegisterWeight;
import io.bellwether.core.score.RegisterWeights;
import io.bellwether.core.score.SecurityCheck;
import io.bellwether.core.score.SecurityScore;
import io.bellwether.core.score.StatementRisk;
import io.bellwether.core.score.UptimeEvidence;
import io.bellwether.core.score.explain.IndexDriver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for the index of any vendor, made up by seed: one more adverse fact of whatever kind never raises it. */
class AssessmentPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final List<String> FILINGS = FilingWeights.all().stream()
            .filter(weight -> weight.points() > 0)
            .map(FilingWeight::signal)
            .toList();

    /** Of a told runway the newest counts, so that a longer one relieves. */
    private static final List<String> FACTS = FactWeights.all().stream()
            .filter(weight -> weight.points() > 0)
            .map(FactWeight::signal)
            .filter(signal -> !signal.equals("runway-told"))
            .toList();

    private static final List<RegisterWeight> REGISTERS = RegisterWeights.all();

    private final List<FilingEvent> filings = new ArrayList<>();
    private final List<FilingEvent> incidents = new ArrayList<>();
    private final List<RegisterState> registers = new ArrayList<>();
    private final List<DatedFact> facts = new ArrayList<>();
    private final List<SecurityCheck> checks = new ArrayList<>();
    private Random random = new Random(0);
    private @Nullable Double availability;
    private double downMinutes;
    private UptimeEvidence.@Nullable Outage outage;
    private @Nullable Double recentP95;
    private @Nullable StatementRisk statements;
    private @Nullable Instant readAt;
    private boolean supposed;
    private boolean expired;
    private String latest = "";

    @RepeatedTest(1_000)
    void oneMoreAdverseFactNeverRaisesTheIndex(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        Tier tier = List.of(Tier.values()).get(random.nextInt(3));
        begin();
        Integer before = null;
        for (int i = 0; i < 25; i++) {
            Health health = assess(tier);
            assertExplained(health);
            Integer index = health.index();
            if (index == null) {
                assertThat(health.dimensions().judged()).isEmpty();
            } else {
                assertThat(before == null || index <= before)
                        .as("from %s to %s by %s: %s", before, index, latest, health.explanation())
                        .isTrue();
                before = index;
            }
            addAdverse(i);
        }
    }

    /** Filings and statements come in steps and have judgements of their own: none of them is drift. */
    @RepeatedTest(200)
    void whatIsFiledNeverMovesTheUnderlyingIndex(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        begin();
        readAt = NOW;
        for (int i = 0; i < 10; i++) {
            addAdverse(i);
        }
        Health before = assess(Tier.IMPORTANT);
        for (int i = 10; i < 20; i++) {
            filings.add(filing(i));
        }
        Health after = assess(Tier.IMPORTANT);

        assertThat(after.underlying()).isEqualTo(before.underlying());
        assertThat(after.underlyingOf()).isEqualTo(before.underlyingOf());
    }

    private void begin() {
        availability = random.nextBoolean() ? (Double) (1 - random.nextDouble() * random.nextDouble() * 0.1) : null;
        recentP95 = random.nextBoolean() ? (Double) (random.nextDouble() * 9_000) : null;
        readAt = random.nextBoolean() ? NOW.minus(Duration.ofDays(random.nextInt(40))) : null;
        if (random.nextBoolean()) {
            checks.add(check("checked", 0));
        }
        if (random.nextInt(3) == 0) {
            statements = statements(random.nextDouble() * 100);
        }
    }

    private void addAdverse(int number) {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> {
                FilingEvent filing = filing(number);
                filings.add(filing);
                supposed |= readAt == null;
                readAt = readAt == null ? NOW : readAt;
                latest = filing.signal();
            }
            case 3 -> {
                RegisterWeight weight = REGISTERS.get(random.nextInt(REGISTERS.size()));
                registers.add(
                        new RegisterState(weight.signal(), weight.value(), ago(400), "https://register/" + number));
                latest = weight.signal();
            }
            case 4 -> {
                DatedFact fact = fact(number);
                facts.add(fact);
                latest = fact.signal();
            }
            case 5 -> {
                String signal = random.nextBoolean() ? SecurityScore.BREACH : "filing-8k-1.05";
                incidents.add(new FilingEvent(signal, signal + ":" + number, ago(400), "https://incident/" + number));
                latest = signal;
            }
            case 6 -> {
                if (!checks.isEmpty()) {
                    checks.add(check("check" + number, random.nextInt(30)));
                }
                latest = "check";
            }
            case 7 -> {
                recentP95 = recentP95 == null ? null : (Double) (recentP95 * (1 + random.nextDouble()));
                expired |= random.nextInt(5) == 0;
                latest = "slower";
            }
            default -> {
                if (availability != null) {
                    availability = availability * (1 - random.nextDouble() * 0.01);
                    outage = random.nextBoolean() ? new UptimeEvidence.Outage(ago(2), "https://outage") : outage;
                    downMinutes += 10;
                }
                latest = "down";
            }
        }
    }

    private static void assertExplained(Health health) {
        if (health.index() == null) {
            assertThat(health.explanation()).isEmpty();
            return;
        }
        assertThat(health.explanation().stream()
                        .mapToInt(IndexDriver::contribution)
                        .sum())
                .isEqualTo(100 - health.index());
        assertThat(health.explanation()).allMatch(driver -> driver.contribution() >= 1);
    }

    private Health assess(Tier tier) {
        UptimeEvidence uptime = new UptimeEvidence(
                availability, downMinutes, 1, outage, 0, 0, 1, ago(30), availability == null ? null : NOW, "/");
        List<LatencyEvidence> latency = Stream.ofNullable(recentP95)
                .map(p95 -> new LatencyEvidence(p95, 100, 300.0, 1_000, 0, NOW, NOW, "/"))
                .toList();
        return Assessment.of(
                new VendorEvidence(
                        uptime,
                        latency,
                        List.copyOf(checks),
                        List.copyOf(incidents),
                        expired,
                        List.copyOf(filings),
                        List.copyOf(registers),
                        statements,
                        readAt,
                        "rules",
                        null,
                        List.copyOf(facts),
                        null,
                        supposed),
                tier,
                List.of(),
                NOW);
    }

    private FilingEvent filing(int number) {
        return new FilingEvent(
                FILINGS.get(random.nextInt(FILINGS.size())), "filing" + number, ago(900), "https://filing/" + number);
    }

    private DatedFact fact(int number) {
        String signal = FACTS.get(random.nextInt(FACTS.size()));
        boolean measured = FactWeights.of(signal).measure() != FactMeasure.NONE;
        return new DatedFact(
                signal,
                "fact" + number,
                ago(700),
                "https://fact/" + number,
                random.nextDouble(),
                measured ? (Double) (random.nextDouble() * 60) : null,
                null);
    }

    private static SecurityCheck check(String signal, double points) {
        CheckOutcome value = points == 0 ? CheckOutcome.PASS : CheckOutcome.FAIL;
        return new SecurityCheck(signal, Category.WEB, signal, signal, value, points, NOW, NOW, false, "https://check");
    }

    private StatementRisk statements(double rank) {
        return new StatementRisk(
                rank,
                List.of("net income to assets"),
                LocalDate.parse("2026-06-30"),
                LocalDate.parse("2027-06-30"),
                ago(100),
                "https://statements",
                EvidenceTier.FILED,
                1);
    }

    private Instant ago(int days) {
        return NOW.minus(Duration.ofDays(1 + random.nextInt(days)));
    }
}
