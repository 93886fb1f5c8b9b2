package io.bellwether.probe.statuspage.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What incidents and maintenances have in common.
 *
 * @param id the vendor's own, or its address; never empty
 * @param url where people read it, null when the page says only that it exists
 */
public record Notice(String id, String title, @Nullable String url, Period period, Scope scope, List<Update> updates) {

    /** The first of these that is not empty; {@code unnamed} without. */
    static String id(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isEmpty()) {
                return candidate;
            }
        }
        return "unnamed";
    }
}
