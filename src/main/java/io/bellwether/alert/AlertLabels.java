package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.mute.Silence;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The labels of an alert, by which routes, silences and tools for Prometheus Alertmanager tell alerts apart. */
final class AlertLabels {

    private AlertLabels() {}

    /** @param vendor the vendor's slug */
    static Map<String, String> of(Subject subject, String vendor, Tier tier, Dimension dimension, Severity severity) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", subject.rule());
        labels.put("vendor", vendor);
        if (!subject.key().isEmpty()) {
            labels.put("instance", subject.key());
        }
        labels.put("tier", lower(tier));
        labels.put("domain", lower(dimension));
        labels.put("severity", lower(severity));
        return labels;
    }

    /** Those by which a cause is told apart; causes are about uptime. */
    static Map<String, String> ofCause(String rule, String vendor, String severity) {
        return Map.of(
                "alertname",
                rule,
                "vendor",
                vendor,
                "domain",
                lower(Dimension.UPTIME),
                "severity",
                severity.toLowerCase(Locale.ROOT));
    }

    /** Those of an alert that another system has pushed are its own. */
    static Map<String, String> pushed(Map<String, Object> facts) {
        Map<String, String> labels = new TreeMap<>();
        if (facts.get(PushedAlerts.LABELS) instanceof Map<?, ?> own) {
            own.forEach((name, value) -> labels.put(String.valueOf(name), String.valueOf(value)));
        }
        return labels;
    }

    /** Those of an alert about Bellwether itself. */
    static Map<String, String> internal(StoredEpisode episode) {
        Map<String, String> labels = new TreeMap<>();
        labels.put("alertname", episode.subject().rule());
        labels.put("instance", Bellwether.SLUG);
        labels.put(Silence.CLASS, Silence.INTERNAL);
        labels.put(
                "subject",
                String.valueOf(episode.facts()
                        .getOrDefault(InternalAlert.SUBJECT, episode.subject().key())));
        labels.put("severity", lower(episode.state().severity()));
        return labels;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
