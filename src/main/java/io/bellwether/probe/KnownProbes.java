package io.bellwether.probe;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every kind of probe there is, by its name. */
@Startup
@Singleton
final class KnownProbes {

    private final SortedMap<String, Probe<?>> byKind;

    /** @throws IllegalStateException when a kind has no name or shares it with another */
    KnownProbes(@All List<Probe<?>> probes) {
        SortedMap<String, Probe<?>> map = new TreeMap<>();
        for (Probe<?> probe : probes) {
            if (!probe.kind().matches("[a-z]+(-[a-z]+)*")) {
                throw new IllegalStateException(probe.getClass() + " has the impossible kind '" + probe.kind() + "'");
            }
            if (map.putIfAbsent(probe.kind(), probe) != null) {
                throw new IllegalStateException("two probes are of the kind '" + probe.kind() + "'");
            }
        }
        this.byKind = Collections.unmodifiableSortedMap(map);
    }

    Optional<Probe<?>> find(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    Collection<Probe<?>> all() {
        return byKind.values();
    }

    String names() {
        return String.join(", ", byKind.keySet());
    }
}
