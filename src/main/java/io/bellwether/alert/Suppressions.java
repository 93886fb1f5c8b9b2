package io.bellwether.alert;

import static java.util.stream.Collectors.toSet;

import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.mute.Dependencies;
import io.bellwether.core.alert.mute.Suppression;
import io.bellwether.core.alert.mute.Suppression.Candidate;
import io.bellwether.core.alert.mute.Suppression.Firing;
import io.bellwether.slo.Maintenance;
import io.bellwether.vendor.DependencyRegister;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Says of alerts why they need not be told now. */
@Singleton
class Suppressions {

    private final Jdbi jdbi;
    private final Silences silences;
    private final Maintenance maintenance;
    private final DependencyRegister dependencies;
    private final Clock clock;

    Suppressions(Jdbi jdbi, Silences silences, Maintenance maintenance, DependencyRegister dependencies, Clock clock) {
        this.jdbi = jdbi;
        this.silences = silences;
        this.maintenance = maintenance;
        this.dependencies = dependencies;
        this.clock = clock;
    }

    List<Alert> of(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return alerts;
        }
        Suppression suppression = now(alerts.stream()
                .filter(alert -> Suppression.excusable(alert.dimension()))
                .flatMap(alert -> Stream.ofNullable(alert.vendor()))
                .collect(toSet()));
        return alerts.stream()
                .map(alert -> alert.suppressed(suppression.reasons(candidate(alert))))
                .toList();
    }

    private static Candidate candidate(Alert alert) {
        return new Candidate(
                alert.id(), Objects.requireNonNullElse(alert.vendor(), ""), alert.dimension(), alert.labels());
    }

    private Suppression now(Set<String> vendors) {
        if (vendors.isEmpty()) {
            return new Suppression(List.of(), Dependencies.NONE, Map.of(), silences.active());
        }
        Dependencies known = dependencies.all();
        return new Suppression(
                firing(vendors, known), known, maintenance.muting(vendors, clock.instant()), silences.active());
    }

    /** What fires and may explain alerts of these vendors; a rule that is switched off has nothing to say. */
    private List<Firing> firing(Set<String> vendors, Dependencies known) {
        Set<String> causes = new HashSet<>(vendors);
        vendors.forEach(vendor -> causes.addAll(known.of(vendor)));
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT episode.id, episode.rule, episode.severity, coalesce(vendor.slug, 'bellwether') AS slug
                          FROM alert_episode episode JOIN alert_rule rule ON rule.name = episode.rule AND rule.enabled
                          LEFT JOIN vendor ON vendor.id = episode.vendor_id
                         WHERE episode.condition IN ('FIRING', 'RECOVERING')
                           AND (episode.rule = 'own-egress' OR episode.rule = 'vendor-down' AND vendor.slug = ANY(:causes))""")
                .bindArray("causes", String.class, causes)
                .map((row, _) -> new Firing(
                        row.getObject("id", UUID.class),
                        AlertLabels.ofCause(row.getString("rule"), row.getString("slug"), row.getString("severity"))))
                .list());
    }
}
