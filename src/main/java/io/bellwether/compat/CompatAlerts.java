package io.bellwether.compat;

import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Fingerprint;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.routing.Branch;
import io.bellwether.core.alert.routing.RoutingTree;
import io.bellwether.notify.RoutingTable;
import io.bellwether.platform.PublicUrl;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Our open alerts as Alertmanager would show them. */
@Singleton
class CompatAlerts {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String SILENCE = "silence:";
    private static final String INHIBITED = "inhibited-by:";

    private final Alerts alerts;
    private final RoutingTable routes;
    private final Clock clock;
    private final PublicUrl publicUrl;

    CompatAlerts(Alerts alerts, RoutingTable routes, Clock clock, PublicUrl publicUrl) {
        this.alerts = alerts;
        this.routes = routes;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** An alert and the branches of the routes that take it. */
    record Routed(CompatAlert alert, List<Branch> branches) {}

    /** In the order of their fingerprints. */
    List<Routed> matching(AlertFilter filter) {
        Instant now = clock.instant();
        RoutingTree tree = routes.tree();
        List<Alert> open = alerts.allOpen();
        Map<UUID, String> fingerprints =
                open.stream().collect(toMap(Alert::id, alert -> Fingerprint.of(alert.labels())));
        return open.stream()
                .map(alert -> routed(alert, tree.match(alert.labels()), fingerprints, now))
                .filter(routed -> filter.accepts(routed.alert))
                .sorted((one, other) -> one.alert.fingerprint().compareTo(other.alert.fingerprint()))
                .toList();
    }

    private Routed routed(Alert alert, List<Branch> branches, Map<UUID, String> fingerprints, Instant now) {
        String page = publicUrl.page("/alerts/" + alert.id()).toString();
        CompatAlert shown = new CompatAlert(
                alert.labels(),
                annotations(alert, page),
                Objects.requireNonNullElse(alert.firedAt(), alert.startedAt()),
                now.plus(TIMEOUT),
                now,
                page,
                Objects.requireNonNull(fingerprints.get(alert.id())),
                branches.stream()
                        .map(Branch::receiver)
                        .distinct()
                        .map(CompatAlert.Name::new)
                        .toList(),
                status(alert, fingerprints));
        return new Routed(shown, branches);
    }

    private static Map<String, String> annotations(Alert alert, String page) {
        Map<String, String> annotations = new TreeMap<>();
        annotations.put("summary", alert.text().marketing());
        annotations.put("summary_technical", alert.text().it());
        annotations.put("dashboard_url", page);
        annotations.put("episode_id", alert.id().toString());
        if (alert.handling() == Handling.ACKNOWLEDGED && alert.handledBy() != null) {
            annotations.put("ack_by", alert.handledBy());
            Optional.ofNullable(alert.handlingUntil())
                    .ifPresent(until -> annotations.put("ack_until", until.toString()));
        }
        return annotations;
    }

    private static CompatAlert.Status status(Alert alert, Map<UUID, String> fingerprints) {
        List<String> reasons = alert.suppressedBy();
        return new CompatAlert.Status(
                state(alert),
                behind(SILENCE, reasons),
                behind(INHIBITED, reasons).stream()
                        .map(id -> fingerprints.getOrDefault(UUID.fromString(id), id))
                        .toList(),
                reasons.stream()
                        .filter(reason -> !reason.startsWith(SILENCE) && !reason.startsWith(INHIBITED))
                        .toList());
    }

    private static String state(Alert alert) {
        if (alert.condition() == Condition.PENDING) {
            return "unprocessed";
        }
        return alert.suppressedBy().isEmpty() ? "active" : "suppressed";
    }

    private static List<String> behind(String prefix, List<String> reasons) {
        return reasons.stream()
                .filter(reason -> reason.startsWith(prefix))
                .map(reason -> reason.substring(prefix.length()))
                .toList();
    }
}
