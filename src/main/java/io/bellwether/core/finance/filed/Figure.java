package io.bellwether.core.finance.filed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A figure of a statement and where it comes from.
 *
 * @param value in single units: the sum of its sources with their signs
 * @param sources empty where none is stated and none is assumed
 */
public record Figure(double value, List<Source> sources, Set<Flag> flags) {

    /** Nothing of its kind, though nobody said so. */
    static final Figure NONE = new Figure(0, List.of(), EnumSet.of(Flag.ASSUMED_ZERO));

    /**
     * A filed fact that a figure is made of.
     *
     * @param sign 1 where it is added, -1 where it is taken off
     * @param fact its newest version
     * @param earlier versions with other values, oldest first
     */
    public record Source(int sign, FiledFact fact, List<FiledFact> earlier) {

        Source signed(int by) {
            return new Source(sign * by, fact, earlier);
        }
    }

    public Figure {
        sources = List.copyOf(sources);
        EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
    }

    static Figure of(FiledFact fact, List<FiledFact> earlier) {
        return new Figure(
                fact.value(),
                List.of(new Source(1, fact, earlier)),
                earlier.isEmpty() ? Set.of() : EnumSet.of(Flag.RESTATED));
    }

    /** This and another, which is added or taken off. */
    Figure and(int sign, Figure other) {
        List<Source> all = new ArrayList<>(sources);
        other.sources.forEach(source -> all.add(source.signed(sign)));
        EnumSet<Flag> both = EnumSet.of(Flag.DERIVED);
        both.addAll(flags);
        both.addAll(other.flags);
        return new Figure(value + sign * other.value, all, both);
    }

    Figure with(Flag flag) {
        EnumSet<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Figure(value, sources, more);
    }

    /** Whether anything may be judged by it. */
    public boolean usable() {
        return flags.stream().noneMatch(Flag::disqualifies);
    }
}
