package io.bellwether.probe.statuspage;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What we read of {@code /api/v2/summary.json}. Anything may be missing: clones of the format leave much out. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PageSummary(
        @Nullable Page page,
        @Nullable Status status,
        @Nullable List<Component> components,
        @Nullable List<Incident> incidents,
        @JsonProperty("scheduled_maintenances") @Nullable List<Incident> maintenances) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(@Nullable String name, @Nullable String url) {}

    /** @param indicator none, minor, major or critical */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Status(@Nullable String indicator, @Nullable String description) {}

    /** @param group whether it only groups others, whose state it repeats */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Component(
            @Nullable String id,
            @Nullable String name,
            @Nullable String status,
            boolean group,
            @JsonProperty("group_id") @Nullable String groupId) {}

    /** An incident, or a planned one. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Incident(
            @Nullable String id,
            @Nullable String name,
            @Nullable String status,
            @Nullable String impact,
            @JsonProperty("created_at") @Nullable String createdAt,
            @JsonProperty("started_at") @Nullable String startedAt,
            @JsonProperty("resolved_at") @Nullable String resolvedAt,
            @JsonProperty("scheduled_for") @Nullable String scheduledFor,
            @JsonProperty("scheduled_until") @Nullable String scheduledUntil,
            @Nullable String shortlink,
            @Nullable List<Component> components) {}

    /** Whether it has what makes it a summary rather than some other JSON. */
    boolean complete() {
        return status != null && status.indicator() != null && components != null;
    }
}
