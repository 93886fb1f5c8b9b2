package io.bellwether.notify;

import io.bellwether.core.Lens;
import java.util.List;

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

    public static Audience of(Lens lens) {
        return switch (lens) {
            case IT -> IT;
            case MARKETING -> MARKETING;
        };
    }
}
