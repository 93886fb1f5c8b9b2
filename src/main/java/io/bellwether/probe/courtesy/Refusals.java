package io.bellwether.probe.courtesy;

import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Makes refusals and counts them. */
@Singleton
final class Refusals {

    private final MeterRegistry registry;

    Refusals(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param sentence the reason for people */
    WireFailure of(Refusal refusal, String sentence) {
        registry.counter("bellwether.courtesy.refusals", "reason", refusal.tag())
                .increment();
        return new WireFailure(Outcome.UNKNOWN, refusal.cause(), sentence, Phases.NONE);
    }
}
