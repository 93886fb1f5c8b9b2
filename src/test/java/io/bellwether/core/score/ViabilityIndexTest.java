package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.Voices;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ViabilityIndexTest {

    private static final IndexWeights WEIGHTS = IndexWeights.of(Tier.IMPORTANT);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @EnumSource(Tier.class)
    void weightsAddUpToAHundred(Tier tier) {
        IndexWeights weights = IndexWeights.of(tier);

        assertThat(Arrays.stream(Dimension.values()).mapToInt(weights::of).sum())
                .isEqualTo(100);
        assertThat(weights.rules(weights.ruleSet("2026.3"))).isEqualTo("2026.3");
        assertThat(weights.rules("2026.3")).isEqualTo("2026.3");
    }

    @ParameterizedTest
    @CsvSource({"STRATEGIC, 70", "IMPORTANT, 75", "STANDARD, 85"})
    void theMoreDependsOnAVendorTheMoreItsFinancesCount(Tier tier, int index) {
        assertThat(ViabilityIndex.of(scores(100, 100, 100, 0), Set.of(), IndexWeights.of(tier))
                        .index())
                .isEqualTo(index);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 100, 100, 100, A",
        "80, 60, 40, 20, 52, D",
        "90, , , , 90, A",
        "91, , , 0, 53, D",
        ", , 74, , 74, C",
        "0, 0, 0, 0, 0, F",
        "75, 75, 75, 75, 75, B",
        "60, 60, 60, 60, 60, C",
        "39, 39, 39, 39, 39, F",
    })
    void meansOverTheDimensionsThatHaveAScore(
            @Nullable Integer uptime,
            @Nullable Integer latency,
            @Nullable Integer security,
            @Nullable Integer financial,
            int index,
            String grade) {
        ViabilityIndex result = ViabilityIndex.of(scores(uptime, latency, security, financial), Set.of(), WEIGHTS);

        assertThat(result.index()).isEqualTo(index);
        assertThat(result.grade()).isEqualTo(grade);
        assertThat(result.cap()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "BANKRUPTCY_FILING, 20, bankruptcy filing",
        "INSOLVENCY, 20, insolvency proceedings",
        "GRAVE_FILINGS, 59, several grave filings",
        "CERTIFICATE_EXPIRED, 50, certificate expired",
        "DOWN_OVER_AN_HOUR, 60, down for more than 60 minutes",
    })
    void aHardFactCaps(HardFact fact, int limit, String reason) {
        ViabilityIndex result = ViabilityIndex.of(scores(95, 95, 95, 95), Set.of(fact), WEIGHTS);

        assertThat(result.index()).isEqualTo(limit);
        assertThat(result.cap()).isEqualTo(fact);
        assertThat(fact.reason()).isEqualTo(reason);
        assertThat(ViabilityIndex.of(scores(3, 3, 3, 3), Set.of(fact), WEIGHTS).index())
                .isEqualTo(3);
    }

    @ParameterizedTest(name = "others {0}, finances {1}: {2}")
    @CsvSource({"90, 40, 78", "30, 40, 30", "40, 40, 40", ", 40, 40"})
    void whatOnlyLowersNeverRaises(@Nullable Integer others, int financial, int index) {
        Map<Dimension, DimensionScore> scores = scores(others, others, others, financial);
        scores.compute(Dimension.FINANCIAL, (_, score) -> score.onlyLowering());

        assertThat(ViabilityIndex.mean(scores, WEIGHTS)).isEqualTo(index);
    }

    @ParameterizedTest(name = "others {0}: {1}")
    @CsvSource({"90, 78", "30, 30", ", "})
    void whatWasKnownLastIsCountedWhereItLowers(@Nullable Integer others, @Nullable Integer index) {
        Driver driver = new Driver("filing-15-12b", 60, NOW, "/", new Voices("it", "marketing"));
        Map<Dimension, DimensionScore> scores = scores(others, others, others, null);
        scores.put(
                Dimension.FINANCIAL,
                new DimensionScore(40, 1, NOW, List.of(driver)).ended(new Voices("ended", "ended")));

        assertThat(scores.get(Dimension.FINANCIAL).score()).isNull();
        assertThat(ViabilityIndex.mean(scores, WEIGHTS)).isEqualTo(index);
        assertThat(ViabilityIndex.of(scores, Set.of(), WEIGHTS).confidence()).isEqualTo(others == null ? 0 : 0.6);
    }

    @Test
    void theLowestCapCounts() {
        ViabilityIndex result = ViabilityIndex.of(
                scores(95, 95, 95, 95), Set.of(HardFact.DOWN_OVER_AN_HOUR, HardFact.BANKRUPTCY_FILING), WEIGHTS);

        assertThat(result.index()).isEqualTo(20);
        assertThat(result.cap()).isEqualTo(HardFact.BANKRUPTCY_FILING);
    }

    @Test
    void noScoreAnywhereIsNoIndex() {
        ViabilityIndex result = ViabilityIndex.of(scores(null, null, null, null), Set.of(), WEIGHTS);

        assertThat(result.index()).isNull();
        assertThat(result.grade()).isNull();
        assertThat(result.confidence()).isZero();
    }

    @Test
    void aDimensionWithoutScoreLowersTheConfidence() {
        assertThat(ViabilityIndex.of(scores(90, 90, 90, 90), Set.of(), WEIGHTS).confidence())
                .isEqualTo(0.8);
        assertThat(ViabilityIndex.of(scores(90, 90, 90, null), Set.of(), WEIGHTS)
                        .confidence())
                .isEqualTo(0.6);
    }

    private static Map<Dimension, DimensionScore> scores(
            @Nullable Integer uptime,
            @Nullable Integer latency,
            @Nullable Integer security,
            @Nullable Integer financial) {
        Map<Dimension, DimensionScore> scores = new EnumMap<>(Dimension.class);
        scores.put(Dimension.UPTIME, score(uptime));
        scores.put(Dimension.LATENCY, score(latency));
        scores.put(Dimension.SECURITY, score(security));
        scores.put(Dimension.FINANCIAL, score(financial));
        return scores;
    }

    private static DimensionScore score(@Nullable Integer score) {
        return score == null ? DimensionScore.UNKNOWN : new DimensionScore(score, 0.8, NOW, List.of());
    }
}
