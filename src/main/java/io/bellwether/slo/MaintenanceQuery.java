package io.bellwether.slo;

import io.bellwether.platform.Cursor;
import io.bellwether.platform.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to list of maintenance windows, the latest begin first.
 *
 * @param vendor a slug
 * @param from leaves out what was over by then
 * @param to leaves out what begins then or later
 */
public record MaintenanceQuery(
        @Nullable String vendor,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        @Nullable String after) {

    /** Where the page before ended. */
    record Place(Instant startsAt, UUID id) {

        private static final Place BEGIN = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
    }

    public MaintenanceQuery {
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.invalid("from", "Must be before 'to'.");
        }
    }

    Place place() {
        List<String> key = Cursor.parts(after, 2);
        try {
            return key.isEmpty()
                    ? Place.BEGIN
                    : new Place(Instant.parse(key.getFirst()), UUID.fromString(key.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.broken();
        }
    }

    static String cursor(MaintenanceWindow window) {
        return Cursor.of(window.startsAt(), window.id());
    }
}
