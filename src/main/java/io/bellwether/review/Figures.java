package io.bellwether.review;

import io.bellwether.history.LatencySummary;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures read back from sections: they outlive the observations they were counted from. */
@Singleton
class Figures {

    private final Json json;

    Figures(Json json) {
        this.json = json;
    }

    /** Of the whole period. */
    Optional<Measured> availability(List<Review.Section> sections) {
        return data(sections, AvailabilityChapter.KEY)
                .flatMap(data -> map(data.get("whole")))
                .map(whole -> convert(whole, Measured.class))
                .findFirst();
    }

    /** By probe; without those that had no good observation. */
    Map<UUID, LatencySummary> latency(List<Review.Section> sections) {
        Map<UUID, LatencySummary> latency = new HashMap<>();
        data(sections, LatencyChapter.KEY)
                .flatMap(data -> data.get("probes") instanceof List<?> probes ? probes.stream() : Stream.empty())
                .flatMap(Figures::map)
                .forEach(probe -> map(probe.get("current"))
                        .forEach(current -> latency.put(
                                UUID.fromString(String.valueOf(probe.get("id"))),
                                convert(current, LatencySummary.class))));
        return latency;
    }

    private static Stream<Map<String, Object>> data(List<Review.Section> sections, String key) {
        return sections.stream().filter(section -> section.key().equals(key)).map(Review.Section::data);
    }

    private <T> T convert(Map<?, ?> values, Class<T> type) {
        return json.read(json.write(values), type);
    }

    private static Stream<Map<?, ?>> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Stream.of(map) : Stream.empty();
    }
}
