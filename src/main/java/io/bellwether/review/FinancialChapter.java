package io.bellwether.review;

import io.bellwether.core.Voices;
import io.bellwether.health.HealthPoint;
import io.bellwether.review.Filings.Filing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the company in the period, and its financial score. */
final class FinancialChapter implements Chapter {

    private record Data(List<Event> events, Score score, String source) {}

    private record Event(Instant date, String signal, Voices meaning, double points, Instant knownAt, String source) {}

    private record Score(@Nullable Integer begin, @Nullable Integer end, String source) {}

    @Override
    public String key() {
        return "financial";
    }

    @Override
    public String title() {
        return "Financial viability";
    }

    @Override
    public Object data(Material material) {
        Links links = material.links();
        return new Data(
                Filings.of(material).map(FinancialChapter::event).toList(),
                new Score(begin(material.points()), Standing.of(material).financial(), links.health()),
                links.finance());
    }

    private static Event event(Filing filing) {
        return new Event(
                filing.fact().occurredAt(),
                filing.fact().signal(),
                filing.meaning(),
                filing.points(),
                filing.fact().knownAt(),
                filing.fact().source());
    }

    private static @Nullable Integer begin(List<HealthPoint> points) {
        return points.isEmpty() ? null : points.getFirst().financial();
    }
}
