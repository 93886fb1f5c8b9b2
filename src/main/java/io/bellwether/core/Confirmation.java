package io.bellwether.core;

import java.time.Duration;

/**
 * How a bad first attempt is confirmed before it becomes the verdict.
 *
 * @param attempts how many in all, 1 to 10; the first good one ends the series, else the last decides
 * @param delay pause between two attempts, 0 to 60 s
 */
public record Confirmation(int attempts, Duration delay) {

    public static final Confirmation DEFAULT = new Confirmation(3, Duration.ofSeconds(2));
}
