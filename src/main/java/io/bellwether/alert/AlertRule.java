package io.bellwether.alert;

import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Bound;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What opens alerts, and when.
 *
 * @param kind which judgement it applies; for built-in rules the same as the name
 * @param severity in the usual case; the description says when it is CRITICAL all the same
 * @param settings the kind's own thresholds
 * @param enabled whether it judges; switching it off ends its alerts
 * @param selection which vendors and probes it watches; a built-in rule watches all
 * @param bounds within what its numbers may be set for single vendors, by the name of the setting; others may not
 * @param version grows with each change; the ETag
 */
public record AlertRule(
        UUID id,
        String name,
        String kind,
        String description,
        Severity severity,
        Map<String, Object> settings,
        boolean enabled,
        boolean builtIn,
        Selection selection,
        Map<String, Bound> bounds,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
