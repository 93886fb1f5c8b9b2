package io.bellwether.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What surrounds the content of a page.
 *
 * @param title the page's name, without ours
 * @param section where the page belongs in the navigation
 * @param updates how the page keeps itself current
 * @param links further links of the navigation, by label
 */
public record Frame(
        String title,
        Section section,
        Visitor visitor,
        Instant renderedAt,
        Updates updates,
        Map<String, String> links) {

    /** A page that people write on must not be reloaded under their hands; the script waits until they have finished. */
    public enum Updates {
        NONE,
        BY_SCRIPT,
        /** Without a script the browser loads it again by itself. */
        ALWAYS
    }

    public List<Section> sections() {
        return List.of(Section.values());
    }

    public boolean in(Section other) {
        return section == other;
    }

    public boolean live() {
        return updates != Updates.NONE;
    }

    public boolean reloads() {
        return updates == Updates.ALWAYS;
    }

    public String version() {
        return Assets.VERSION;
    }
}
