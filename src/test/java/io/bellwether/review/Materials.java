package io.bellwether.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import io.bellwether.alert.Alert;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Placement;
import io.bellwether.core.Tier;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Trend;
import io.bellwether.fact.Fact;
import io.bellwether.health.Health;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.honesty.StatusPageHonesty;
import io.bellwether.history.LatencySummary;
import io.bellwether.slo.Availability;
import io.bellwether.slo.Availability.DownMinutes;
import io.bellwether.slo.Availability.Incident;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a review of 2026-Q4 is made of, nothing of note unless a test adds it; and chapters as JSON. */
final class Materials {

    static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
    static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private static final UUID ID = new UUID(0, 1);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    final List<Incident> incidents = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<HealthPoint> points = new ArrayList<>();
    final List<Material.ProbeLatency> latency = new ArrayList<>();
    private Health health;

    static DocumentContext json(Chapter chapter, Material material) {
        try {
            return JsonPath.parse(JSON.writeValueAsString(chapter.data(material)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant day(int day, int hour, int minute) {
        return BEGIN.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(minute));
    }

    Material build() {
        ZoneId utc = ZoneId.of("UTC");
        ReviewPeriod period = ReviewPeriod.of(Quarter.parse("2026-Q4"), utc, END);
        return new Material(
                vendor(),
                period,
                availability(),
                List.of(),
                Measured.of(period.previous().span(), availability(), "/api/v1/reviews/before"),
                honesty(),
                latency,
                facts,
                alerts,
                points,
                health,
                null);
    }

    Materials incident(Instant from, Instant to, double min, double max) {
        incidents.add(new Incident(from, to, new DownMinutes(min, max), "connection refused"));
        return this;
    }

    Materials announcement(Instant startedAt, Instant seenAt) {
        Map<String, Object> detail = Map.of("name", "Login slow");
        facts.add(
                fact(Dimension.UPTIME, "status-incident", "incident/" + seenAt, null, startedAt, seenAt, null, detail));
        return this;
    }

    Materials filing(Instant at, String signal) {
        facts.add(fact(Dimension.FINANCIAL, signal, signal + "/" + at, null, at, at, null, Map.of()));
        return this;
    }

    Materials check(String key, String value, Instant knownAt, Instant supersededAt) {
        facts.add(fact(Dimension.SECURITY, key, key, value, knownAt, knownAt, supersededAt, Map.of()));
        return this;
    }

    Materials alert(Severity severity, Instant firedAt, Instant resolvedAt, Alert.TimelineEntry... timeline) {
        alerts.add(new Alert(
                new UUID(0, alerts.size()),
                alerts.size(),
                "0123456789abcdef",
                "vendor-down",
                "acme",
                Map.of(),
                Dimension.UPTIME,
                severity,
                resolvedAt == null ? Condition.FIRING : Condition.RESOLVED,
                timeline.length == 0 ? Handling.NEW : Handling.ACKNOWLEDGED,
                null,
                null,
                null,
                List.of(),
                firedAt == null ? BEGIN : firedAt,
                firedAt,
                resolvedAt,
                Map.of(),
                new Voices("down", "not usable"),
                List.of(timeline),
                1));
        return this;
    }

    /** The last one is also how the vendor stands at the end. */
    Materials health(String day, Integer index, String grade) {
        LocalDate date = LocalDate.parse(day);
        Instant asOf = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        points.add(new HealthPoint(ID, date, asOf, index, grade, Trend.STEADY, 0.9, index, index, index, index));
        DimensionScore score = new DimensionScore(index, 0.9, asOf, List.of());
        Health.Dimensions dimensions = new Health.Dimensions(score, score, score, score);
        health = new Health(index, grade, Trend.STEADY, 0.9, asOf, "rules", null, dimensions);
        return this;
    }

    Materials latency(String name, LatencySummary current, LatencySummary before) {
        ConfiguredProbe probe = new ConfiguredProbe(
                new UUID(1, latency.size()),
                ID,
                "http",
                name,
                Duration.ofMinutes(1),
                Duration.ofSeconds(10),
                Confirmation.DEFAULT,
                Placement.ANYWHERE,
                Map.of(),
                BEGIN,
                BEGIN,
                null,
                0);
        latency.add(new Material.ProbeLatency(probe, current, before));
        return this;
    }

    private static StatusPageHonesty honesty() {
        return new StatusPageHonesty(
                "acme",
                BEGIN,
                END,
                "honesty-1",
                "B",
                80,
                null,
                0.8,
                40,
                24,
                11,
                2,
                3,
                0,
                7.5,
                9.0,
                2,
                1,
                List.of(),
                new Voices("it", "marketing"),
                "/api/v1/vendors/acme/status-page-honesty");
    }

    private Availability availability() {
        double min =
                incidents.stream().mapToDouble(it -> it.downMinutes().min()).sum();
        double max =
                incidents.stream().mapToDouble(it -> it.downMinutes().max()).sum();
        double share = 1 - (min + max) / 2 / Duration.between(BEGIN, END).toMinutes();
        return new Availability(share, new DownMinutes(min, max), 0, 0, "counted", null, null, null, incidents);
    }

    private static Fact fact(
            Dimension dimension,
            String signal,
            String key,
            String value,
            Instant occurredAt,
            Instant knownAt,
            Instant supersededAt,
            Map<String, Object> detail) {
        return new Fact(
                UUID.nameUUIDFromBytes((key + knownAt).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                ID,
                null,
                dimension,
                signal,
                key,
                value,
                occurredAt,
                knownAt,
                supersededAt,
                "https://source.example/" + key,
                detail);
    }

    private static Vendor vendor() {
        return new Vendor(
                ID,
                "acme",
                "Acme",
                "https://acme.example",
                Tier.STRATEGIC,
                null,
                List.of(),
                List.of(),
                LegalEntity.NONE,
                Owners.NONE,
                false,
                BEGIN,
                BEGIN,
                null,
                0);
    }
}
