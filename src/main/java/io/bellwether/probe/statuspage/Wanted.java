package io.bellwether.probe.statuspage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What we depend on; an empty list stands for all. */
record Wanted(List<String> components, List<String> regions) {

    static Wanted of(@Nullable List<String> components, @Nullable List<String> regions) {
        return new Wanted(
                Objects.requireNonNullElse(components, List.of()), Objects.requireNonNullElse(regions, List.of()));
    }

    boolean all() {
        return components.isEmpty() && regions.isEmpty();
    }
}
