package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What makes two healths of a vendor differ.
 *
 * @param indexBefore 0 to 100; null without one
 * @param index points that it changes by; null where one of them has none
 * @param capBefore the hard fact that capped the index; null when none did
 * @param dimensions those that differ
 */
public record Difference(
        @Nullable Integer indexBefore,
        @Nullable Integer index,
        @Nullable String capBefore,
        List<OfDimension> dimensions) {

    /**
     * @param before null without a score
     * @param after null without a score
     * @param change points; null where one of the scores is null
     * @param drivers those that differ, most weighty first; where both scores are known they add up to exactly the change
     * @param reason why there is no score afterwards, or what overrides the sum; null when the drivers say all
     */
    public record OfDimension(
            Dimension dimension,
            @Nullable Integer before,
            @Nullable Integer after,
            @Nullable Integer change,
            List<OfDriver> drivers,
            @Nullable Voices reason) {}

    /** @param change points of the dimension: below 0 for what takes more than before */
    public record OfDriver(String signal, String source, int change, Voices text) {}

    private record Same(String signal, String source) {}

    public static Difference between(Health before, Health after) {
        Health.Dimensions then = before.dimensions();
        Health.Dimensions now = after.dimensions();
        List<OfDimension> dimensions = new ArrayList<>();
        add(dimensions, Dimension.UPTIME, then.uptime(), now.uptime());
        add(dimensions, Dimension.LATENCY, then.latency(), now.latency());
        add(dimensions, Dimension.SECURITY, then.security(), now.security());
        add(dimensions, Dimension.FINANCIAL, then.financial(), now.financial());
        return new Difference(
                before.index(), change(before.index(), after.index()), before.cap(), List.copyOf(dimensions));
    }

    private static void add(
            List<OfDimension> dimensions, Dimension dimension, DimensionScore before, DimensionScore after) {
        OfDimension difference = new OfDimension(
                dimension,
                before.score(),
                after.score(),
                change(before.score(), after.score()),
                drivers(before.drivers(), after.drivers()),
                after.reason());
        boolean same = Objects.equals(before.score(), after.score());
        if (!same || !difference.drivers().isEmpty()) {
            dimensions.add(difference);
        }
    }

    private static List<OfDriver> drivers(List<Driver> before, List<Driver> after) {
        Map<Same, OfDriver> changes = new LinkedHashMap<>();
        before.forEach(driver -> changes.merge(same(driver), of(driver, 1), Difference::sum));
        after.forEach(driver -> changes.merge(same(driver), of(driver, -1), Difference::sum));
        return changes.values().stream()
                .filter(driver -> driver.change() != 0)
                .sorted(Comparator.comparingInt((OfDriver driver) -> Math.abs(driver.change()))
                        .reversed())
                .toList();
    }

    private static Same same(Driver driver) {
        return new Same(driver.signal(), driver.source());
    }

    private static OfDriver of(Driver driver, int sign) {
        return new OfDriver(driver.signal(), driver.source(), sign * driver.contribution(), driver.text());
    }

    private static OfDriver sum(OfDriver before, OfDriver after) {
        return new OfDriver(after.signal(), after.source(), before.change() + after.change(), after.text());
    }

    private static @Nullable Integer change(@Nullable Integer before, @Nullable Integer after) {
        return before == null || after == null ? null : after - before;
    }
}
