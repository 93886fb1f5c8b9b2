package io.bellwether.notify;

import io.bellwether.alert.Alert;
import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert for tests, made step by step. */
public final class SampleAlert {

    private static final Instant REGISTERED = Instant.parse("2026-01-01T00:00:00Z");

    private final long number;
    private final @Nullable String vendor;
    private final String rule;
    private final Instant firedAt;
    private final List<Alert.TimelineEntry> timeline = new ArrayList<>();
    private Severity severity = Severity.CRITICAL;
    private @Nullable Instant resolvedAt;
    private @Nullable String assignee;
    private Map<String, Object> facts = Map.of();

    /** @param vendor null for one about Bellwether itself */
    public SampleAlert(long number, @Nullable String vendor, String rule, String firedAt) {
        this.number = number;
        this.vendor = vendor;
        this.rule = rule;
        this.firedAt = Instant.parse(firedAt);
    }

    public SampleAlert severity(Severity given) {
        severity = given;
        return this;
    }

    public SampleAlert until(String resolved) {
        resolvedAt = Instant.parse(resolved);
        return this;
    }

    public SampleAlert acknowledged(String at) {
        timeline.add(new Alert.TimelineEntry(Instant.parse(at), "ACKNOWLEDGED", "ida", "on it"));
        return this;
    }

    public SampleAlert assignedTo(String person) {
        assignee = person;
        return this;
    }

    public SampleAlert expiring(String at) {
        facts = Map.of("expiresAt", at);
        return this;
    }

    public Alert alert() {
        return new Alert(
                new UUID(0, number),
                number,
                "0123456789abcdef",
                rule,
                vendor,
                Map.of(),
                Dimension.UPTIME,
                severity,
                resolvedAt == null ? Condition.FIRING : Condition.RESOLVED,
                timeline.isEmpty() ? Handling.NEW : Handling.ACKNOWLEDGED,
                null,
                timeline.isEmpty() ? null : "ida",
                assignee,
                List.of(),
                firedAt,
                firedAt,
                resolvedAt,
                facts,
                new Voices("technical " + number, "business " + number),
                timeline,
                1);
    }

    public static Vendor vendor(String slug, Owners owners) {
        return new Vendor(
                new UUID(1, slug.hashCode()),
                slug,
                slug.toUpperCase(Locale.ROOT),
                null,
                Tier.STANDARD,
                null,
                List.of(),
                List.of(),
                LegalEntity.NONE,
                owners,
                false,
                REGISTERED,
                REGISTERED,
                null,
                0);
    }
}
