package io.bellwether.fact.posture;

import io.bellwether.core.PostureEvidence;
import java.time.Instant;
import java.util.UUID;

/**
 * A stretch of looks at one target that all saw the same.
 *
 * @param looks how many, at least 1
 * @param evidence as the last of them saw it
 */
record Look(UUID id, String kind, String target, Instant firstSeenAt, Instant lastSeenAt, int looks, Kept evidence) {

    /** What the keys of the checks of this target begin with. */
    String prefix() {
        return prefix(kind, target);
    }

    static String prefix(String kind, String target) {
        return kind + ":" + target + ":";
    }

    /** Evidence as it is kept; it can be read as it was seen at any time of the stretch. */
    interface Kept {

        PostureEvidence at(Instant time);
    }
}
