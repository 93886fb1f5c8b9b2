package io.bellwether.review;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chapters of a review in their order, and what people say beside them. */
@Singleton
class Chapters {

    private static final List<Chapter> ORDER = List.of(
            new HeaderChapter(),
            new SummaryChapter(),
            new AvailabilityChapter(),
            new IncidentsChapter(),
            new HonestyChapter(),
            new LatencyChapter(),
            new PostureChapter(),
            new FinancialChapter(),
            new AlertsChapter(),
            new HealthChapter(),
            new ActionsChapter());

    private final Json json;

    Chapters(Json json) {
        this.json = json;
    }

    /** @param known the sections gathered before, whose comments stay */
    Body body(Material material, List<Review.Section> known) {
        ReviewPeriod period = material.period();
        return new Body(
                period.zone().getId(),
                period.from(),
                period.to(),
                period.partial(),
                period.partial() ? period.until() : null,
                ORDER.stream()
                        .map(chapter -> section(chapter, material, find(known, chapter.key())))
                        .toList());
    }

    private Review.Section section(Chapter chapter, Material material, Review.@Nullable Section known) {
        Map<String, Object> data = json.map(json.write(chapter.data(material)));
        return new Review.Section(
                chapter.key(),
                chapter.title(),
                data,
                known == null ? null : known.comment(),
                known == null ? null : known.commentedBy());
    }

    private static Review.@Nullable Section find(List<Review.Section> sections, String key) {
        return sections.stream()
                .filter(section -> section.key().equals(key))
                .findFirst()
                .orElse(null);
    }
}
