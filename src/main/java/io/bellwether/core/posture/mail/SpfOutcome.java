package io.bellwether.core.posture.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an evaluation.
 *
 * @param explanation the vendor's words for a failure; null when there are none
 * @param lookups how many terms needed DNS
 * @param voids names that were asked for and had nothing, in order
 * @param usesPointer whether a ptr mechanism was met
 * @param problem what ended it early; null when nothing did
 * @param at whose record the problem is about, empty without one
 * @param words the problem in one sentence, empty without one
 */
public record SpfOutcome(
        SpfResult result,
        @Nullable String explanation,
        int lookups,
        List<DeadEnd> voids,
        boolean usesPointer,
        @Nullable Problem problem,
        String at,
        String words) {

    public SpfOutcome {
        voids = List.copyOf(voids);
    }

    /** @param fixed whether the same name is asked for whoever sends what */
    public record DeadEnd(String name, boolean fixed) {}

    /** Why an evaluation ended without a word on the sender. */
    public enum Problem {
        UNANSWERED,
        SYNTAX,
        SEVERAL_RECORDS,
        /** A record that another one includes or goes on with is missing. */
        MISSING_RECORD,
        LOOKUPS,
        VOIDS,
        EXCHANGERS
    }
}
