package io.bellwether.probe.statuspage.format;

import org.jspecify.annotations.Nullable;

/**
 * A component or a region an announcement is about.
 *
 * @param id empty where the format has only names
 * @param level how it is affected, null when the format says that only of the whole incident
 */
public record Affected(String id, String name, @Nullable Level level) {

    public static Affected of(String id, String name) {
        return new Affected(id, name.isEmpty() ? id : name, null);
    }

    public static Affected named(String name) {
        return new Affected("", name, null);
    }

    public boolean answersTo(String wanted) {
        return wanted.equals(name) || wanted.equals(id);
    }
}
