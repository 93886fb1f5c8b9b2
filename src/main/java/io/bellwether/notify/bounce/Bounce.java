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
        BounceKind kind, @Nullable String address, @Nullable String status, String detail, boolean disabled) {

    static Bounce ignored(String why) {
        return new Bounce(BounceKind.IGNORED, null, null, why, false);
    }
}
