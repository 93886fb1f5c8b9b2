package io.bellwether.core.score.explain;

import static io.bellwether.core.score.explain.Standings.driver;
import static io.bellwether.core.score.explain.Standings.score;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.ViabilityIndex;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexExplanationTest {

    private static final int VENDORS = 3_000;

    @ParameterizedTest
    @EnumSource(Tier.class)
    void addsUpExactlyAndIsFairToEveryDriver(Tier tier) {
        Random random = new Random(20261123);
        IndexWeights weights = IndexWeights.of(tier);
        for (int vendor = 0; vendor < VENDORS; vendor++) {
            Map<Dimension, DimensionScore> scores = Standings.scores(random);
            ViabilityIndex index = ViabilityIndex.of(scores, Standings.facts(random), weights);

            List<IndexDriver> explanation = IndexExplanation.of(scores, weights, index);

            assertThat(explanation.stream().mapToInt(IndexDriver::contribution).sum())
                    .isEqualTo(100 - index.index());
            assertThat(explanation)
                    .allSatisfy(reason -> assertThat(reason.contribution()).isPositive());
            for (IndexDriver reason : explanation) {
                if (reason.dimension() != null) {
                    assertThat(reason.contribution())
                            .isLessThan(heaviest(scores.get(reason.dimension()), reason.signal()) + 1);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void aLowerScoreOrOneMoreHardFactIsNeverABetterIndex(Tier tier) {
        Random random = new Random(7);
        IndexWeights weights = IndexWeights.of(tier);
        for (int vendor = 0; vendor < VENDORS; vendor++) {
            Map<Dimension, DimensionScore> scores = Standings.scores(random);
            Set<HardFact> facts = Standings.facts(random);
            int index = ViabilityIndex.of(scores, facts, weights).index();
            for (Dimension dimension : DimensionScore.judged(scores)) {
                int score = scores.get(dimension).score();
                Map<Dimension, DimensionScore> worse = new EnumMap<>(scores);
                worse.put(dimension, score(driver("worse", 100 - random.nextInt(score + 1))));

                assertThat(ViabilityIndex.of(worse, facts, weights).index()).isLessThanOrEqualTo(index);
            }
            for (HardFact fact : HardFact.values()) {
                Set<HardFact> more = EnumSet.of(fact);
                more.addAll(facts);

                assertThat(ViabilityIndex.of(scores, more, weights).index()).isLessThanOrEqualTo(index);
            }
        }
    }

    @Test
    void eachDriverTakesTheShareOfItsDimension() {
        Map<Dimension, DimensionScore> scores = Standings.well();
        scores.put(Dimension.FINANCIAL, score(driver("filing-nt-10-k", 30), driver("filing-8k-5.02", 10)));
        scores.put(Dimension.UPTIME, score(driver("outage", 10)));

        assertThat(explain(Tier.STRATEGIC, scores))
                .extracting(IndexDriver::dimension, IndexDriver::signal, IndexDriver::contribution)
                .containsExactly(
                        tuple(Dimension.FINANCIAL, "filing-nt-10-k", 9),
                        tuple(Dimension.UPTIME, "outage", 3),
                        tuple(Dimension.FINANCIAL, "filing-8k-5.02", 3));
        assertThat(explain(Tier.STRATEGIC, scores)).first().satisfies(first -> {
            assertThat(first.since()).isEqualTo(Standings.SINCE);
            assertThat(first.source()).isEqualTo("/filing-nt-10-k");
            assertThat(first.text().it()).isEqualTo("filing-nt-10-k.");
        });
    }

    @Test
    void aCapTakesWhatIsAboveIt() {
        Map<Dimension, DimensionScore> scores = Standings.well();
        scores.put(Dimension.UPTIME, score(driver("outage", 50)));

        List<IndexDriver> reasons = explain(Tier.STANDARD, scores, HardFact.DOWN_OVER_AN_HOUR);

        assertThat(reasons)
                .extracting(IndexDriver::dimension, IndexDriver::signal, IndexDriver::contribution)
                .containsExactly(tuple(Dimension.UPTIME, "outage", 20), tuple(null, "down-over-an-hour", 20));
        assertThat(reasons.getLast().text().marketing()).contains("60 points", "has not worked");
        scores.put(Dimension.UPTIME, score(driver("outage", 100)));
        assertThat(explain(Tier.STANDARD, scores, HardFact.DOWN_OVER_AN_HOUR))
                .extracting(IndexDriver::signal)
                .containsExactly("outage");
    }

    @Test
    void whatADimensionDoesNotTellIsSaidToBeUntold() {
        Map<Dimension, DimensionScore> scores = Standings.well();
        scores.put(
                Dimension.SECURITY, new DimensionScore(60, 1, Standings.SINCE, List.of(driver("tls-host-name", 20))));

        assertThat(explain(Tier.STANDARD, scores))
                .extracting(IndexDriver::signal, IndexDriver::contribution)
                .containsExactly(tuple("tls-host-name", 5), tuple("unexplained", 5));
    }

    @Test
    void withoutAnIndexNothingIsExplained() {
        assertThat(explain(Tier.STANDARD, Map.of(Dimension.UPTIME, DimensionScore.UNKNOWN)))
                .isEmpty();
        assertThat(explain(Tier.STANDARD, Standings.well())).isEmpty();
    }

    private static Tuple tuple(Object... values) {
        return Tuple.tuple(values);
    }

    private static List<IndexDriver> explain(Tier tier, Map<Dimension, DimensionScore> scores, HardFact... facts) {
        IndexWeights weights = IndexWeights.of(tier);
        return IndexExplanation.of(scores, weights, ViabilityIndex.of(scores, Set.of(facts), weights));
    }

    private static int heaviest(DimensionScore score, String signal) {
        return score.drivers().stream()
                .filter(driver -> driver.signal().equals(signal))
                .mapToInt(Driver::contribution)
                .max()
                .orElseThrow();
    }
}
