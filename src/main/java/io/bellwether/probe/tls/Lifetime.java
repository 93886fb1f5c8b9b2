package io.bellwether.probe.tls;

import io.bellwether.core.posture.CheckOutcome;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Where a certificate stands in its own lifetime. Automatic renewal happens with a third of the lifetime left (ACME clients'
 * default), so the warning comes later than that, when renewal has plainly been missed: with less than a fifth left, or 30
 * days if that is less. With less than a tenth, or 7 days if that is less, it is urgent. A certificate of 398 days thus warns
 * for 30 days and is urgent for 7, one of 90 days for 18 and 7, one of 47 days for 9.4 and 4.7: none warns as long as it is
 * renewed on time.
 *
 * @param notBefore first moment of validity
 * @param notAfter last moment of validity
 * @param now the moment it is looked at
 */
record Lifetime(Instant notBefore, Instant notAfter, Instant now) {

    private static final Duration WARN_AT_MOST = Duration.ofDays(30);
    private static final Duration FAIL_AT_MOST = Duration.ofDays(7);

    static Lifetime of(X509Certificate certificate, Instant now) {
        return new Lifetime(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                now);
    }

    /** Whether it is valid now. */
    boolean current() {
        return !now.isBefore(notBefore) && !now.isAfter(notAfter);
    }

    CheckOutcome state() {
        if (!current() || left().compareTo(shorter(whole().dividedBy(10), FAIL_AT_MOST)) < 0) {
            return CheckOutcome.FAIL;
        }
        return left().compareTo(shorter(whole().dividedBy(5), WARN_AT_MOST)) < 0
                ? CheckOutcome.WARN
                : CheckOutcome.PASS;
    }

    /** In days, negative after the end. */
    double daysLeft() {
        return days(left());
    }

    double lifetimeDays() {
        return days(whole());
    }

    String words() {
        if (now.isBefore(notBefore)) {
            return "is valid only from " + notBefore;
        }
        if (now.isAfter(notAfter)) {
            return "expired on " + notAfter;
        }
        return String.format(
                Locale.ROOT, "expires on %s, in %.1f of its %.0f days", notAfter, daysLeft(), lifetimeDays());
    }

    private Duration left() {
        return Duration.between(now, notAfter);
    }

    private Duration whole() {
        return Duration.between(notBefore, notAfter);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static double days(Duration time) {
        return Math.round(time.toSeconds() / 8640.0) / 10.0;
    }
}
