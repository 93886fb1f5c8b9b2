package io.bellwether.notify.escalation;

import io.bellwether.core.alert.label.MatcherText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is told next when nobody takes care of an alert.
 *
 * @param position policies with a lower one are looked at first, then by name
 * @param matchers as Prometheus Alertmanager writes them; all must match
 * @param repeats how often the steps begin again after the last
 * @param version grows with each change; the ETag
 */
public record EscalationPolicy(
        UUID id,
        String name,
        int position,
        List<String> matchers,
        List<PolicyStep> steps,
        int repeats,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    boolean covers(Map<String, String> labels) {
        return enabled
                && matchers.stream()
                        .flatMap(text -> MatcherText.read(text).stream())
                        .allMatch(matcher -> matcher.matches(labels));
    }

    PlanDocument plan() {
        return new PlanDocument(steps, repeats);
    }
}
