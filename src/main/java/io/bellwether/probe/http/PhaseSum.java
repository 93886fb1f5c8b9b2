package io.bellwether.probe.http;

import io.bellwether.core.Phases;
import org.jspecify.annotations.Nullable;

/** Adds up the phases of requests that follow each other. */
final class PhaseSum {

    private PhaseSum() {}

    static Phases of(Phases one, Phases other) {
        return new Phases(
                sum(one.dns(), other.dns()),
                sum(one.connect(), other.connect()),
                sum(one.tls(), other.tls()),
                sum(one.firstByte(), other.firstByte()),
                sum(one.transfer(), other.transfer()));
    }

    private static @Nullable Double sum(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }
}
