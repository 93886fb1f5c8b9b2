package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.ViabilityIndex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Made-up vendors. */
final class Standings {

    static final Instant SINCE = Instant.parse("2026-08-01T00:00:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private Standings() {}

    static DimensionScore score(Driver... drivers) {
        int lost = 0;
        for (Driver driver : drivers) {
            lost += driver.contribution();
        }
        return new DimensionScore(100 - lost, 1, SINCE, List.of(drivers));
    }

    static Driver driver(String signal, int points) {
        return new Driver(
                signal, points, SINCE, "/" + signal, new Voices(signal + ".", "Trouble with " + signal + "."));
    }

    static Map<Dimension, DimensionScore> well() {
        Map<Dimension, DimensionScore> scores = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            scores.put(dimension, score());
        }
        return scores;
    }

    static IndexStanding standing(
            LocalDate day, String rules, Tier tier, Map<Dimension, DimensionScore> scores, Set<HardFact> facts) {
        IndexWeights weights = IndexWeights.of(tier);
        ViabilityIndex index = ViabilityIndex.of(scores, facts, weights);
        return new IndexStanding(day, rules, weights, Map.copyOf(scores), index.index(), index.cap());
    }

    /** At least one dimension has a score; drivers share few signals, so that two vendors have some in common. */
    static Map<Dimension, DimensionScore> scores(Random random) {
        Map<Dimension, DimensionScore> scores = new EnumMap<>(Dimension.class);
        Dimension certain = any(random, List.of(Dimension.values()));
        for (Dimension dimension : Dimension.values()) {
            boolean known = dimension == certain || random.nextInt(4) > 0;
            scores.put(dimension, known ? score(random) : DimensionScore.UNKNOWN);
        }
        return scores;
    }

    static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static Set<HardFact> facts(Random random) {
        Set<HardFact> facts = EnumSet.noneOf(HardFact.class);
        for (HardFact fact : HardFact.values()) {
            if (random.nextInt(6) == 0) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private static DimensionScore score(Random random) {
        List<Driver> drivers = new ArrayList<>();
        int left = random.nextInt(101);
        while (left > 0) {
            int points = 1 + random.nextInt(left);
            drivers.add(driver("signal-" + random.nextInt(8), points));
            left -= points;
        }
        drivers.sort(Comparator.comparingInt(Driver::contribution).reversed());
        return score(drivers.toArray(Driver[]::new));
    }
}
