package io.bellwether.notify;

import java.util.List;
import java.util.UUID;

/**
 * What became of a request to try again.
 *
 * @param replayed how many messages wait again
 * @param refused those that match and are not tried again, because they were told since or cannot be sent
 * @param more whether there is more that matches; ask again
 */
public record ReplayResult(int replayed, List<Refused> refused, boolean more) {

    public ReplayResult {
        refused = List.copyOf(refused);
    }

    public record Refused(UUID notification, String reason) {}
}
