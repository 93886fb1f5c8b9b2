package io.bellwether.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that becomes different.
 *
 * @param vendor the slug of the vendor it is or belongs to, null for a channel
 * @param fields what differs; for something new or removed all of it
 */
record Change(Thing type, @Nullable String vendor, String name, List<FieldChange> fields) {

    enum Thing {
        VENDOR,
        /** Who stands behind a vendor in law. */
        ENTITIES,
        PROBE,
        OBJECTIVE,
        CHANNEL
    }

    /**
     * One field that becomes different. A secret is never told: both its values are {@code ********}.
     *
     * @param field its path, such as {@code settings/headers/Accept}
     * @param before null when it was not there
     * @param after null when it will not be there
     */
    record FieldChange(
            String field, @Nullable Object before, @Nullable Object after) {}
}
