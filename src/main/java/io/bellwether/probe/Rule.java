package io.bellwether.probe;

import org.jspecify.annotations.Nullable;

/** What a setting must satisfy; applied through {@link Obeys}. An implementation has a constructor without parameters. */
@FunctionalInterface
public interface Rule<T> {

    /** What is wrong and how to mend it, as one sentence; null when nothing is. */
    @Nullable String fault(T value);

    /** For rules on a whole record: the component that is at fault; empty when it is no single one. */
    default String component() {
        return "";
    }
}
