package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.format.Affected;
import io.bellwether.probe.statuspage.format.Component;
import io.bellwether.probe.statuspage.format.Incident;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a page that lists none, as its open incidents have them. */
final class Mentioned {

    private Mentioned() {}

    /** One for each that an open incident is about, in the worst state any of them gives it. */
    static List<Component> components(List<Incident> incidents) {
        Map<String, Component> components = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            if (incident.open()) {
                incident.notice().scope().components().stream()
                        .map(affected -> component(affected, incident))
                        .forEach(component -> components.merge(component.id(), component, Mentioned::worse));
            }
        }
        return new ArrayList<>(components.values());
    }

    private static Component component(Affected affected, Incident incident) {
        String id = affected.id().isEmpty() ? affected.name() : affected.id();
        if (affected.level() != null) {
            return Component.of(
                    id, affected.name(), affected.level(), affected.level().word());
        }
        String word = incident.impact().isEmpty() ? incident.status() : incident.impact();
        return Component.of(id, affected.name(), incident.level(), word);
    }

    private static Component worse(Component one, Component other) {
        return other.level().compareTo(one.level()) > 0 ? other : one;
    }
}
