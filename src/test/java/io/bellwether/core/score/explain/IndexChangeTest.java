package io.bellwether.core.score.explain;

import static io.bellwether.core.score.explain.Standings.DAY;
import static io.bellwether.core.score.explain.Standings.driver;
import static io.bellwether.core.score.explain.Standings.score;
import static io.bellwether.core.score.explain.Standings.standing;
import static io.bellwether.core.score.explain.Standings.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.explain.ChangeReason.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexChangeTest {

    private static final LocalDate AUGUST = LocalDate.parse("2026-08-01");

    @Test
    void addsUpExactlyOverGeneratedHistories() {
        Random random = new Random(38);
        for (int history = 0; history < 5_000; history++) {
            List<IndexStanding> path = new ArrayList<>();
            int days = 1 + random.nextInt(5);
            for (int day = 0; day < days; day++) {
                Tier tier = Standings.any(random, List.of(Tier.values()));
                path.add(standing(
                        AUGUST.plusDays(day),
                        "rules-" + random.nextInt(2),
                        tier,
                        Standings.scores(random),
                        Standings.facts(random)));
            }

            IndexChange change = IndexChange.along(path);

            assertThat(change.points())
                    .isEqualTo(path.getLast().index() - path.getFirst().index());
            assertThat(change.reasons().stream()
                            .mapToInt(ChangeReason::contribution)
                            .sum())
                    .isEqualTo(change.points());
            assertThat(change.reasons()).allSatisfy(reason -> {
                assertThat(reason.contribution()).isNotZero();
                assertThat(reason.dimension() != null).isEqualTo(isDriver(reason.kind()));
                assertThat(reason.source() != null).isEqualTo(isDriver(reason.kind()));
            });
        }
    }

    @Test
    void namesWhatCameGrewShrankAndWent() {
        Map<Dimension, DimensionScore> before = well();
        before.put(Dimension.UPTIME, score(driver("outage", 10), driver("availability", 10)));
        before.put(Dimension.SECURITY, score(driver("dmarc-missing", 20)));
        Map<Dimension, DimensionScore> after = well();
        after.put(Dimension.UPTIME, score(driver("outage", 20)));
        after.put(Dimension.SECURITY, score(driver("dmarc-missing", 10)));
        after.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 30)));

        IndexChange change = change(Tier.STRATEGIC, before, after);

        assertThat(change.points()).isEqualTo(-6);
        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::signal, ChangeReason::contribution)
                .containsExactlyInAnyOrder(
                        tuple(Kind.APPEARED, "filing-nt-10-k", -9),
                        tuple(Kind.GREW, "outage", -3),
                        tuple(Kind.ENDED, "availability", 3),
                        tuple(Kind.SHRANK, "dmarc-missing", 3));
        assertThat(change.text().it())
                .startsWith("\u22126, from 88 on 2026-08-01 to 82 on 2026-11-22: \u22129 filing-nt-10-k, ")
                .contains("\u22123 outage", "+3 availability", "+3 dmarc-missing");
        assertThat(change.text().marketing())
                .startsWith("It lost 6 points, from 88 to 82 of 100, between 1 August 2026 and 22 November 2026: "
                        + "\u22129 (Trouble with filing-nt-10-k), ")
                .contains("+3 (No longer so: Trouble with availability)");
    }

    @Test
    void aSignalThatIsThereSeveralTimesIsOneReason() {
        Map<Dimension, DimensionScore> after = well();
        after.put(Dimension.FINANCIAL, score(driver("filing-8k-5.02", 10), driver("filing-8k-5.02", 10)));

        assertThat(change(Tier.STRATEGIC, well(), after).reasons())
                .extracting(ChangeReason::contribution)
                .containsExactly(-6);
    }

    @Test
    void nothingMovesNothing() {
        Map<Dimension, DimensionScore> scores = well();
        scores.put(Dimension.LATENCY, score(driver("slow", 20)));

        IndexChange change = change(Tier.STANDARD, scores, scores);

        assertThat(change.points()).isZero();
        assertThat(change.reasons()).isEmpty();
        assertThat(change.text().it()).isEqualTo("0, from 96 on 2026-08-01 to 96 on 2026-11-22.");
        assertThat(change.text().marketing())
                .isEqualTo("It has 96 points of 100 as before between 1 August 2026 and 22 November 2026.");
    }

    @Test
    void anotherTierIsAChangeOfOurs() {
        Map<Dimension, DimensionScore> before = well();
        before.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 40)));
        Map<Dimension, DimensionScore> after = well();
        after.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 40)));
        after.put(Dimension.UPTIME, score(driver("outage", 10)));

        IndexChange change = IndexChange.along(List.of(
                standing(AUGUST, "1", Tier.STANDARD, before, Set.of()),
                standing(DAY, "1", Tier.STRATEGIC, after, Set.of())));

        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(tuple(Kind.WEIGHTS, "tier-weights", -6), tuple(Kind.APPEARED, "outage", -3));
        assertThat(change.reasons().getFirst().text().it()).contains("strategic.1 instead of standard.1");
    }

    @Test
    void onlyWhatChangedWithTheRulesIsPutDownToThem() {
        Map<Dimension, DimensionScore> late = well();
        late.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 30)));
        Map<Dimension, DimensionScore> judgedHarder = well();
        judgedHarder.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 50)));
        Map<Dimension, DimensionScore> down = well();
        down.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 50)));
        down.put(Dimension.UPTIME, score(driver("outage", 10)));

        IndexChange change = IndexChange.along(List.of(
                standing(AUGUST, "1", Tier.STRATEGIC, well(), Set.of()),
                standing(AUGUST.plusDays(30), "1", Tier.STRATEGIC, late, Set.of()),
                standing(AUGUST.plusDays(31), "2", Tier.STRATEGIC, judgedHarder, Set.of()),
                standing(DAY, "2", Tier.STRATEGIC, down, Set.of())));

        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(
                        tuple(Kind.APPEARED, "filing-nt-10-k", -9),
                        tuple(Kind.RULES, "rule-set", -6),
                        tuple(Kind.APPEARED, "outage", -3));
        assertThat(change.reasons().get(1).text().marketing()).contains("none of its doing");
    }

    @Test
    void aCapThatCameAndAnotherThatWentAreTwoReasons() {
        Map<Dimension, DimensionScore> down = well();
        down.put(Dimension.UPTIME, score(driver("outage", 30)));

        IndexChange change = IndexChange.along(List.of(
                standing(AUGUST, "1", Tier.STRATEGIC, down, Set.of(HardFact.DOWN_OVER_AN_HOUR)),
                standing(DAY, "1", Tier.STRATEGIC, well(), Set.of(HardFact.BANKRUPTCY_FILING))));

        assertThat(change.points()).isEqualTo(-40);
        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(
                        tuple(Kind.CAP, "bankruptcy-filing", -80),
                        tuple(Kind.CAP, "down-over-an-hour", 31),
                        tuple(Kind.ENDED, "outage", 9));
    }

    @Test
    void aCapThatLastsTakesLessWhereThereIsLess() {
        Map<Dimension, DimensionScore> down = well();
        down.put(Dimension.UPTIME, score(driver("outage", 30)));
        Set<HardFact> bankrupt = Set.of(HardFact.BANKRUPTCY_FILING);

        IndexChange change = IndexChange.along(List.of(
                standing(AUGUST, "1", Tier.STRATEGIC, well(), bankrupt),
                standing(DAY, "1", Tier.STRATEGIC, down, bankrupt)));

        assertThat(change.points()).isZero();
        assertThat(change.reasons())
                .extracting(ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(tuple("outage", -9), tuple("bankruptcy-filing", 9));
    }

    @Test
    void aDimensionThatWeCanNoLongerJudgeIsNoImprovement() {
        Map<Dimension, DimensionScore> before = well();
        before.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 40)));
        Map<Dimension, DimensionScore> after = well();
        after.put(Dimension.FINANCIAL, DimensionScore.UNKNOWN);

        IndexChange change = change(Tier.STRATEGIC, before, after);

        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::contribution)
                .containsExactly(tuple(Kind.COVERAGE, 12));
        assertThat(change.reasons().getFirst().text().it()).contains("no longer with a score: FINANCIAL");
        assertThat(change.reasons().getFirst().text().marketing()).contains("no longer judge its money");
    }

    @Test
    void whatANewDimensionLostIsToldByItsDrivers() {
        Map<Dimension, DimensionScore> before = well();
        before.put(Dimension.FINANCIAL, DimensionScore.UNKNOWN);
        before.put(Dimension.UPTIME, score(driver("outage", 70)));
        Map<Dimension, DimensionScore> after = well();
        after.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 40)));
        after.put(Dimension.UPTIME, score(driver("outage", 70)));

        IndexChange change = change(Tier.STRATEGIC, before, after);

        assertThat(change.reasons())
                .extracting(ChangeReason::kind, ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(tuple(Kind.APPEARED, "filing-nt-10-k", -12), tuple(Kind.COVERAGE, "coverage", 9));
    }

    @Test
    void manyReasonsAreSummedUp() {
        Map<Dimension, DimensionScore> after = well();
        after.put(
                Dimension.SECURITY,
                score(
                        driver("a", 20),
                        driver("b", 20),
                        driver("c", 20),
                        driver("d", 20),
                        driver("e", 10),
                        driver("f", 10)));

        assertThat(change(Tier.STRATEGIC, well(), after).text().it()).endsWith(", \u22126 for 2 other reasons.");
    }

    @Test
    void aStoredIndexThatIsNotWhatItsScoresMakeIsSaidToBe() {
        IndexStanding before = standing(AUGUST, "1", Tier.STANDARD, well(), Set.of());
        IndexStanding odd = new IndexStanding(DAY, "1", before.weights(), before.scores(), 90, null);

        assertThat(IndexChange.along(List.of(before, odd)).reasons())
                .extracting(ChangeReason::signal, ChangeReason::contribution)
                .containsExactly(tuple("unexplained", -10));
    }

    private static IndexChange change(
            Tier tier, Map<Dimension, DimensionScore> before, Map<Dimension, DimensionScore> after) {
        return IndexChange.along(
                List.of(standing(AUGUST, "1", tier, before, Set.of()), standing(DAY, "1", tier, after, Set.of())));
    }

    private static boolean isDriver(Kind kind) {
        return kind.compareTo(Kind.CAP) < 0;
    }
}
