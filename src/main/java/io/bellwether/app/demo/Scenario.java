package io.bellwether.app.demo;

import java.time.Duration;

/** How a simulated vendor behaves over the time since the demo began. */
enum Scenario {
    WELL,
    /** Goes down and comes back; its status page admits it twenty seconds late. */
    OUTAGE,
    /** Answers a second later than it used to. */
    SLOW,
    /** Has a certificate with three of ninety days left. */
    CERTIFICATE,
    /** Files for bankruptcy. */
    BANKRUPTCY,
    /** Fails while its status page says that all systems are operational. */
    DENIAL,
    /** Comes and goes every few seconds. */
    FLAPPING;

    private static final Duration SLOW_BY = Duration.ofMillis(950);
    private static final int FLAP_PERIOD = 15;
    private static final int FLAP_GOOD = 4;

    boolean failing(Duration elapsed) {
        long second = elapsed.toSeconds();
        return switch (this) {
            case WELL, SLOW, CERTIFICATE, BANKRUPTCY -> false;
            case OUTAGE -> second >= 40 && second < 110;
            case DENIAL -> second >= 55 && second < 200;
            case FLAPPING -> second >= 45 && second < 190 && second % FLAP_PERIOD >= FLAP_GOOD;
        };
    }

    Duration delay(Duration elapsed) {
        return this == SLOW && elapsed.toSeconds() >= 50 ? SLOW_BY : Duration.ZERO;
    }

    /** Whether its own status page admits a failure. */
    boolean admitting(Duration elapsed) {
        return this == OUTAGE && elapsed.toSeconds() >= 60 && elapsed.toSeconds() < 115;
    }

    boolean bankrupt(Duration elapsed) {
        return this == BANKRUPTCY && elapsed.toSeconds() >= 70;
    }

    /** How long its certificate, issued for ninety days, is still valid. */
    Duration certificateLeft() {
        return this == CERTIFICATE ? Duration.ofDays(3) : Duration.ofDays(80);
    }
}
