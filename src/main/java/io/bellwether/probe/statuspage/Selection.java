package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.PageSummary.Component;
import io.bellwether.probe.statuspage.PageSummary.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The components a business depends on: chosen by id, by name, by {@code Group / Name} or, for all members, by the group's
 * name; all of them when nothing is chosen. Groups themselves are left out, they only repeat their members.
 *
 * @param missing what was chosen and is not on the page
 * @param whole whether nothing was chosen
 */
record Selection(List<Chosen> components, List<String> missing, boolean whole) {

    /** @param group the name of its group, empty without */
    record Chosen(String id, String name, String group, Level level, String word) {

        String fullName() {
            return group.isEmpty() ? name : group + " / " + name;
        }

        private boolean answersTo(String wanted) {
            return wanted.equals(id) || wanted.equals(name) || wanted.equals(fullName()) || wanted.equals(group);
        }
    }

    static Selection of(PageSummary page, @Nullable List<String> wanted) {
        List<Chosen> all = components(page);
        if (wanted == null || wanted.isEmpty()) {
            return new Selection(all, List.of(), true);
        }
        List<String> missing = wanted.stream()
                .filter(name -> all.stream().noneMatch(component -> component.answersTo(name)))
                .toList();
        List<Chosen> chosen = all.stream()
                .filter(component -> wanted.stream().anyMatch(component::answersTo))
                .toList();
        return new Selection(chosen, missing, false);
    }

    Level worst() {
        return components.stream().map(Chosen::level).reduce(Level.OPERATIONAL, Level::orWorse);
    }

    /** Whether an incident is about a chosen component; one that names none may be about any. */
    boolean concerns(Incident incident) {
        List<Component> affected = incident.components();
        if (whole || affected == null || affected.isEmpty()) {
            return true;
        }
        Set<String> ids = components.stream().map(Chosen::id).collect(Collectors.toSet());
        return affected.stream().anyMatch(component -> ids.contains(String.valueOf(component.id())));
    }

    private static List<Chosen> components(PageSummary page) {
        List<Component> rows = Objects.requireNonNullElse(page.components(), List.of());
        Map<String, String> groups = rows.stream()
                .filter(Component::group)
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.id()), row -> String.valueOf(row.name()), (one, _) -> one));
        List<Chosen> components = new ArrayList<>();
        for (Component row : rows) {
            if (!row.group()) {
                components.add(new Chosen(
                        String.valueOf(row.id()),
                        String.valueOf(row.name()),
                        groups.getOrDefault(String.valueOf(row.groupId()), ""),
                        Level.ofComponent(row.status()),
                        String.valueOf(row.status())));
            }
        }
        return components;
    }
}
