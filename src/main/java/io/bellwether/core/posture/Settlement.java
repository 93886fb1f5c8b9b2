package io.bellwether.core.posture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the newest look at a check counts, or waits to be confirmed by another in a row: servers of one site may answer
 * differently, and looks that meet now this one and now that one are no change.
 */
public enum Settlement {
    /** The newest look counts. */
    TAKEN,
    /** The newest look says something else than what counts so far, and nothing has confirmed it. */
    PENDING,
    /** The newest look could not tell; what counted so far goes on to count. */
    UNKNOWN;

    /** How many of the latest looks are asked: one of them may not be able to tell. */
    public static final int LOOKS = 3;

    /**
     * @param newestFirst what the latest looks say under one rule set, at least one; those after the third are not asked
     * @param known the result code that counts so far under the same rule set; null when there is none
     */
    public static Settlement of(List<CheckResult> newestFirst, @Nullable String known) {
        CheckResult newest = newestFirst.getFirst();
        if (!newest.outcome().known()) {
            return UNKNOWN;
        }
        boolean confirmed = newestFirst.stream()
                .limit(LOOKS)
                .skip(1)
                .filter(look -> look.outcome().known())
                .findFirst()
                .filter(before -> before.resultCode().equals(newest.resultCode()))
                .isPresent();
        return known == null || newest.resultCode().equals(known) || confirmed ? TAKEN : PENDING;
    }
}
