package io.bellwether.notify;

import io.bellwether.core.Lens;
import java.util.List;
import java.util.Set;

/** Whose voice a receiver is spoken to in. */
public enum Audience {
    IT,
    MARKETING,
    BOTH;

    /** The voices to use, the business one first. */
    public List<Lens> lenses() {
        return switch (this) {
            case IT -> List.of(Lens.IT);
            case MARKETING -> List.of(Lens.MARKETING);
            case BOTH -> List.of(Lens.MARKETING, Lens.IT);
        };
    }

    /** Of somebody on one side that side's; of anybody else both. */
    public static Audience of(Set<Lens> sides) {
        return sides.size() == 1 ? of(sides.iterator().next()) : BOTH;
    }

    /** What stands over the text in one of its voices; empty when there is only that one. */
    public String caption(Lens lens) {
        if (this != BOTH) {
            return "";
        }
        return switch (lens) {
            case IT -> "For IT";
            case MARKETING -> "For the business";
        };
    }

    public static Audience of(Lens lens) {
        return switch (lens) {
            case IT -> IT;
            case MARKETING -> MARKETING;
        };
    }
}
