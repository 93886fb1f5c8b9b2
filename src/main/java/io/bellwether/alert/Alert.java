package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One episode of an alert as people see it.
 *
 * @param episode its number, growing with time
 * @param fingerprint the same for all episodes of one rule, vendor and subject
 * @param rule the name of its rule, for example {@code vendor-down}
 * @param vendor the vendor's slug; null when the alert is about Bellwether itself
 * @param labels what routes and silences match, for example {@code domain="uptime"}
 * @param handlingUntil when the acknowledgement or snooze ends by itself; null when it does not
 * @param handledBy who acknowledged or snoozed it; null when nobody has
 * @param assignee the e-mail address of the person who is to see to it; null for nobody
 * @param suppressedBy why it need not be told now: {@code inhibited-by:<alert id>}, {@code maintenance:<window id>} or
 *     {@code silence:<id>}; mostly empty
 * @param startedAt the first bad evidence
 * @param firedAt when it became worth telling; null while pending
 * @param resolvedAt null while it lasts
 * @param facts the figures both texts are made of
 * @param timeline what happened to it, oldest first
 * @param version grows with each change; the ETag
 */
public record Alert(
        UUID id,
        long episode,
        String fingerprint,
        String rule,
        @Nullable String vendor,
        Map<String, String> labels,
        Dimension dimension,
        Severity severity,
        Condition condition,
        Handling handling,
        @Nullable Instant handlingUntil,
        @Nullable String handledBy,
        @Nullable String assignee,
        List<String> suppressedBy,
        Instant startedAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        Map<String, Object> facts,
        Voices text,
        List<TimelineEntry> timeline,
        int version) {

    /**
     * @param kind FIRING, SEVERITY_CHANGED, RESOLVED, UNSTABLE, STEADY, NEWS, REMINDER, ESCALATED, ACKNOWLEDGED,
     *     UNACKNOWLEDGED, SNOOZED, UNSNOOZED, ASSIGNED, UNASSIGNED, EXPIRED, COMMENT or CLOSED
     * @param actor the person, or {@code system}
     * @param text the person's words, or what the evidence was
     */
    public record TimelineEntry(Instant at, String kind, String actor, String text) {}

    Alert with(List<TimelineEntry> entries) {
        return with(suppressedBy, entries);
    }

    Alert suppressed(List<String> reasons) {
        return with(reasons, timeline);
    }

    private Alert with(List<String> reasons, List<TimelineEntry> entries) {
        return new Alert(
                id,
                episode,
                fingerprint,
                rule,
                vendor,
                labels,
                dimension,
                severity,
                condition,
                handling,
                handlingUntil,
                handledBy,
                assignee,
                reasons,
                startedAt,
                firedAt,
                resolvedAt,
                facts,
                text,
                entries,
                version);
    }
}
