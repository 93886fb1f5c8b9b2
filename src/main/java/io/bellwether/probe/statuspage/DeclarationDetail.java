package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.format.Component;
import io.bellwether.probe.statuspage.format.Incident;
import io.bellwether.probe.statuspage.format.Level;
import io.bellwether.probe.statuspage.format.Maintenance;
import io.bellwether.probe.statuspage.format.Overall;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The evidence that is kept of a status page: the worst components first, and no more than a person would read. */
final class DeclarationDetail {

    private static final int MOST_COMPONENTS = 50;
    private static final int MOST_NOTICES = 20;

    private DeclarationDetail() {}

    static Map<String, Object> of(
            Level declared, Selection selection, List<Incident> incidents, List<Maintenance> maintenances) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("declared", declared.word());
        if (selection.page().name() != null) {
            detail.put("page", selection.page().name());
        }
        Overall overall = selection.page().overall();
        if (overall != null) {
            detail.put("indicator", overall.word());
            detail.put("description", overall.description());
        }
        detail.put("componentCount", selection.components().size());
        detail.put(
                "components",
                selection.components().stream()
                        .sorted(Comparator.comparing(Component::level).reversed())
                        .limit(MOST_COMPONENTS)
                        .map(DeclarationDetail::component)
                        .toList());
        List<String> unmentioned = Unknowns.unmentioned(selection.page(), selection.wanted());
        if (!unmentioned.isEmpty()) {
            detail.put("unmentioned", unmentioned);
        }
        detail.put(
                "incidents",
                incidents.stream()
                        .limit(MOST_NOTICES)
                        .map(NoticeDetail::incident)
                        .toList());
        detail.put(
                "maintenances",
                maintenances.stream()
                        .limit(MOST_NOTICES)
                        .map(NoticeDetail::maintenance)
                        .toList());
        return detail;
    }

    private static Map<String, Object> component(Component component) {
        return Map.of(
                "id", component.id(),
                "name", component.fullName(),
                "status", component.level().word(),
                "word", component.word());
    }
}
