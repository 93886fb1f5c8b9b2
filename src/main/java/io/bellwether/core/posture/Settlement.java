package io.bellwether.core.posture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the newest look at a check counts, or waits to be confirmed: one of several servers may answer differently. */
public enum Settlement {
    /** The newest look counts. */
    TAKEN,
    /** The newest look says something else than what counts so far, and nothing has confirmed it. */
    PENDING,
    /** The newest look could not tell; what counted so far goes on to count. */
    UNKNOWN;

    /** How many of the latest looks are asked. */
    public static final int LOOKS = 3;

    private static final int CONFIRMED_BY = 2;

    /**
     * @param newestFirst what the latest looks say under one rule set, at least one; those after the third are not asked
     * @param known the result code that counts so far under the same rule set; null when there is none
     */
    public static Settlement of(List<CheckResult> newestFirst, @Nullable String known) {
        CheckResult newest = newestFirst.getFirst();
        if (!newest.outcome().known()) {
            return UNKNOWN;
        }
        long agreeing = newestFirst.stream()
                .limit(LOOKS)
                .filter(look -> look.resultCode().equals(newest.resultCode()))
                .count();
        return known == null || newest.resultCode().equals(known) || agreeing >= CONFIRMED_BY ? TAKEN : PENDING;
    }
}
