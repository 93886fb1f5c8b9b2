package io.bellwether.review;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.health.Health;
import io.bellwether.health.HealthPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The course of the viability index, and what holds it down at the end. */
final class HealthChapter implements Chapter {

    private record Data(
            Course index,
            double confidence,
            @Nullable String ruleSet,
            @Nullable String cap,
            List<Item> drivers,
            String source) {}

    private record Course(
            @Nullable Point begin,
            @Nullable Point end,
            @Nullable Point min,
            @Nullable Point max,
            int days) {}

    private record Point(LocalDate day, int index, @Nullable String grade) {}

    private record Item(
            Dimension dimension, String signal, int contribution, Instant since, String source, Voices text) {}

    @Override
    public String key() {
        return "health";
    }

    @Override
    public String title() {
        return "Viability index";
    }

    @Override
    public Object data(Material material) {
        Health health = material.health();
        return new Data(
                course(material.points()),
                Standing.of(material).confidence(),
                health == null ? null : health.ruleSet(),
                health == null ? null : health.cap(),
                health == null ? List.of() : drivers(health.dimensions()),
                material.links().health());
    }

    private static Course course(List<HealthPoint> daily) {
        List<Point> points = daily.stream().flatMap(HealthChapter::point).toList();
        if (points.isEmpty()) {
            return new Course(null, null, null, null, 0);
        }
        Comparator<Point> byIndex = Comparator.comparingInt(Point::index);
        Optional<Point> min = points.stream().min(byIndex);
        Optional<Point> max = points.stream().max(byIndex);
        return new Course(points.getFirst(), points.getLast(), min.orElse(null), max.orElse(null), points.size());
    }

    private static Stream<Point> point(HealthPoint point) {
        Integer index = point.index();
        return index == null ? Stream.empty() : Stream.of(new Point(point.day(), index, point.grade()));
    }

    private static List<Item> drivers(Health.Dimensions dimensions) {
        return Stream.of(
                        drivers(Dimension.UPTIME, dimensions.uptime()),
                        drivers(Dimension.LATENCY, dimensions.latency()),
                        drivers(Dimension.SECURITY, dimensions.security()),
                        drivers(Dimension.FINANCIAL, dimensions.financial()))
                .flatMap(drivers -> drivers)
                .sorted(Comparator.comparingInt(Item::contribution).reversed())
                .toList();
    }

    private static Stream<Item> drivers(Dimension dimension, DimensionScore score) {
        return score.drivers().stream().map(driver -> item(dimension, driver));
    }

    private static Item item(Dimension dimension, Driver driver) {
        return new Item(
                dimension, driver.signal(), driver.contribution(), driver.since(), driver.source(), driver.text());
    }
}
