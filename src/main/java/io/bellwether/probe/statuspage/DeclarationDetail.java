package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.PageSummary.Incident;
import io.bellwether.probe.statuspage.Selection.Chosen;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The evidence that is kept of a status page: the worst components first, and no more than a person would read. */
final class DeclarationDetail {

    private static final int MOST_COMPONENTS = 50;
    private static final int MOST_INCIDENTS = 20;

    private DeclarationDetail() {}

    static Map<String, Object> of(Level declared, PageSummary page, Selection selection, List<Incident> incidents) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("declared", declared.word());
        put(detail, "page", page.page() == null ? null : page.page().name());
        put(detail, "indicator", page.status() == null ? null : page.status().indicator());
        put(detail, "description", page.status() == null ? null : page.status().description());
        detail.put("componentCount", selection.components().size());
        detail.put(
                "components",
                selection.components().stream()
                        .sorted(Comparator.comparing(Chosen::level).reversed())
                        .limit(MOST_COMPONENTS)
                        .map(DeclarationDetail::component)
                        .toList());
        detail.put("incidents", incidents(incidents));
        detail.put(
                "maintenances",
                incidents(Objects.requireNonNullElse(page.maintenances(), List.<Incident>of()).stream()
                        .filter(selection::concerns)
                        .toList()));
        return Collections.unmodifiableMap(detail);
    }

    static Map<String, Object> incident(Incident incident) {
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "id", incident.id());
        put(detail, "name", incident.name());
        put(detail, "impact", incident.impact());
        put(detail, "status", incident.status());
        put(detail, "startedAt", incident.startedAt() == null ? incident.createdAt() : incident.startedAt());
        put(detail, "resolvedAt", incident.resolvedAt());
        put(detail, "scheduledFor", incident.scheduledFor());
        put(detail, "scheduledUntil", incident.scheduledUntil());
        put(detail, "url", incident.shortlink());
        return Collections.unmodifiableMap(detail);
    }

    private static List<Map<String, Object>> incidents(List<Incident> incidents) {
        return incidents.stream()
                .limit(MOST_INCIDENTS)
                .map(DeclarationDetail::incident)
                .toList();
    }

    private static Map<String, Object> component(Chosen component) {
        return Map.of(
                "id", component.id(),
                "name", component.fullName(),
                "status", component.level().word(),
                "word", component.word());
    }

    private static void put(Map<String, Object> detail, String key, @Nullable Object value) {
        if (value != null) {
            detail.put(key, value);
        }
    }
}
