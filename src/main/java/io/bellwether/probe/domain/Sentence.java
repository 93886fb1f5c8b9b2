package io.bellwether.probe.domain;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.CheckOutcome;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The verdict on a registration, in words. */
record Sentence(Outcome outcome, Cause cause, String reason) {

    /**
     * A domain that has expired or is on hold does not resolve, or will not tomorrow: DOWN. One that may still be renewed is
     * DEGRADED.
     *
     * @param standing null where the register does not publish when registrations end
     */
    static Sentence of(Registration registration, @Nullable Standing standing) {
        if (standing != null && standing.expired()) {
            return new Sentence(
                    Outcome.DOWN, Cause.DOMAIN_EXPIRED, subject(registration) + " ended on " + end(registration) + ".");
        }
        if (registration.is("client hold", "server hold")) {
            String holder = registration.is("server hold") ? "registry" : "registrar";
            return new Sentence(
                    Outcome.DOWN,
                    Cause.DOMAIN_ON_HOLD,
                    registration.domain() + " is on hold: its " + holder + " keeps it out of DNS.");
        }
        if (registration.is("redemption period", "pending delete")) {
            String status = registration.is("redemption period") ? "redemption period" : "pending delete";
            return new Sentence(
                    Outcome.DEGRADED,
                    Cause.DOMAIN_EXPIRING,
                    subject(registration) + " is being given up: its status is " + status + ".");
        }
        if (standing == null) {
            return new Sentence(
                    Outcome.UNKNOWN,
                    Cause.NOT_PUBLISHED,
                    "The register of " + registration.domain() + " does not publish when registrations end.");
        }
        return standing.state() == CheckOutcome.PASS
                ? new Sentence(
                        Outcome.UP, Cause.OK, subject(registration) + " is good until " + end(registration) + ".")
                : new Sentence(
                        Outcome.DEGRADED,
                        Cause.DOMAIN_EXPIRING,
                        subject(registration) + " ends soon, on " + end(registration) + ".");
    }

    private static String subject(Registration registration) {
        return "The registration of " + registration.domain();
    }

    private static String end(Registration registration) {
        return registration.expiresAt() == null
                ? "an unknown day"
                : registration.expiresAt().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
