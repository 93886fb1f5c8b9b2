package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.Phrases;
import io.bellwether.core.score.explain.ChangeReason.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A change of the index in words. */
final class ChangeTexts {

    /** As many reasons are named in a sentence; the rest is summed up. */
    private static final int NAMED = 4;

    private ChangeTexts() {}

    static Voices whole(IndexStanding first, IndexStanding last, List<ChangeReason> reasons) {
        String it = Words.signed(last.index() - first.index()) + ", from " + first.index() + " on " + first.day()
                + " to " + last.index() + " on " + last.day() + because(reasons, ChangeReason::signal);
        String marketing = moved(first, last) + " between " + Words.of(first.day()) + " and " + Words.of(last.day())
                + because(
                        reasons, reason -> "(" + Words.withoutStop(reason.text().marketing()) + ")");
        return new Voices(it, marketing);
    }

    static Voices driver(Kind kind, Voices driver) {
        return switch (kind) {
            case ENDED -> new Voices("No longer: " + driver.it(), "No longer so: " + driver.marketing());
            case SHRANK -> new Voices("Less than before: " + driver.it(), "Better than before: " + driver.marketing());
            default -> driver;
        };
    }

    /** What changed on our side. */
    static Voices ours(Kind kind, IndexStanding first, IndexStanding last) {
        return switch (kind) {
            case RULES ->
                new Voices(
                        "Re-based: scores by rule set " + last.rules() + " instead of " + first.rules()
                                + ", no change of the vendor.",
                        "We judge by other rules than before, which is none of its doing.");
            case WEIGHTS ->
                new Voices(
                        "Re-based: weights " + last.weights().version() + " instead of "
                                + first.weights().version() + ", no change of the vendor.",
                        "We depend on it more or less than before, or weigh things otherwise, which is none of its doing.");
            default -> coverage(first.counted(), last.counted());
        };
    }

    static Voices cap(@Nullable HardFact cap, int points) {
        if (cap == null) {
            return new Voices(
                    "The stored index is not what its scores make, and no hard fact says why.",
                    "The reasons were not kept.");
        }
        Voices text = IndexExplanation.text(cap);
        return points < 0
                ? text
                : new Voices("Less to take, or no longer: " + text.it(), "No longer, or less: " + text.marketing());
    }

    private static Voices coverage(Set<Dimension> before, Set<Dimension> after) {
        Set<Dimension> come = EnumSet.copyOf(after);
        come.removeAll(before);
        Set<Dimension> gone = EnumSet.copyOf(before);
        gone.removeAll(after);
        List<String> it = new ArrayList<>();
        List<String> marketing = new ArrayList<>();
        if (!come.isEmpty()) {
            it.add("now with a score: " + names(come));
            marketing.add("we can now judge " + Words.of(come));
        }
        if (!gone.isEmpty()) {
            it.add("no longer with a score: " + names(gone));
            marketing.add("we can no longer judge " + Words.of(gone));
        }
        return it.isEmpty()
                ? new Voices(
                        "For some days other dimensions had a score.", "For some days we could not judge all of it.")
                : new Voices(
                        "The weights are shared by other dimensions, " + String.join(", ", it) + ".",
                        "What we know has changed: " + String.join(", ", marketing) + ".");
    }

    private static String names(Set<Dimension> dimensions) {
        return dimensions.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String moved(IndexStanding first, IndexStanding last) {
        int points = last.index() - first.index();
        if (points == 0) {
            return "It has " + last.index() + " points of 100 as before";
        }
        return "It " + (points < 0 ? "lost " : "won ") + Phrases.count(Math.abs(points), "point") + ", from "
                + first.index() + " to " + last.index() + " of 100,";
    }

    private static String because(List<ChangeReason> reasons, Function<ChangeReason, String> name) {
        if (reasons.isEmpty()) {
            return ".";
        }
        int named = reasons.size() == NAMED + 1 ? reasons.size() : Math.min(NAMED, reasons.size());
        List<String> parts = new ArrayList<>();
        for (ChangeReason reason : reasons.subList(0, named)) {
            parts.add(Words.signed(reason.contribution()) + " " + name.apply(reason));
        }
        List<ChangeReason> rest = reasons.subList(named, reasons.size());
        if (!rest.isEmpty()) {
            int points = rest.stream().mapToInt(ChangeReason::contribution).sum();
            parts.add(Words.signed(points) + " for " + Phrases.count(rest.size(), "other reason"));
        }
        return ": " + String.join(", ", parts) + ".";
    }
}
