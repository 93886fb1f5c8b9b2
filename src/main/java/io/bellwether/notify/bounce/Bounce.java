package io.bellwether.notify.bounce;

import org.jspecify.annotations.Nullable;

/**
 * What came of a mail that was handed in.
 *
 * @param address of the recipient whom our mail did not reach; null when it was ignored
 * @param status the enhanced status code (RFC 3463), for example {@code 5.1.1}; null when it was ignored
 * @param detail in words
 * @param disabled whether the recipient gets no more mail
 */
public record Bounce(
        Kind kind, @Nullable String address, @Nullable String status, String detail, boolean disabled) {

    /** What kind of failure it was. */
    public enum Kind {
        /** The mail will never arrive: counted. */
        HARD,
        /** The mail may arrive yet, or was given up for now: noted. */
        SOFT,
        IGNORED
    }

    static Bounce ignored(String why) {
        return new Bounce(Kind.IGNORED, null, null, why, false);
    }
}
