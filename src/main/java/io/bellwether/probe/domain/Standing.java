package io.bellwether.probe.domain;

import io.bellwether.core.posture.CheckOutcome;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a registration stands in its time. Owners renew a month ahead, registrars that renew by themselves do it days ahead:
 * a registration that is let come close to its end has an owner who does not look.
 *
 * @param left until its end, negative after it
 * @param warnBefore with less than this left it is worth a warning
 * @param criticalBefore with less than this left it is urgent
 */
record Standing(Duration left, Duration warnBefore, Duration criticalBefore) {

    static Standing of(Instant expiresAt, DomainProbe.Settings settings, Instant now) {
        return new Standing(
                Duration.between(now, expiresAt), settings.warnBeforeOrDefault(), settings.criticalBeforeOrDefault());
    }

    boolean expired() {
        return left.isNegative();
    }

    CheckOutcome state() {
        if (left.compareTo(criticalBefore) < 0) {
            return CheckOutcome.FAIL;
        }
        return left.compareTo(warnBefore) < 0 ? CheckOutcome.WARN : CheckOutcome.PASS;
    }

    double daysLeft() {
        return Math.round(left.toSeconds() / 8640.0) / 10.0;
    }
}
