package io.bellwether.monitor;

import io.bellwether.core.Attempt;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationsStored;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.probe.ProbeRunner;
import io.bellwether.vendor.ConfiguredProbe;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Runs a probe at once because a person asked for it; the observation counts like any other. */
@Singleton
class RunNow {

    private final ProbeRunner runner;
    private final ProbeKinds kinds;
    private final ResultStore store;
    private final Event<ObservationsStored> stored;
    private final Node node;
    private final Clock clock;

    RunNow(
            ProbeRunner runner,
            ProbeKinds kinds,
            ResultStore store,
            Event<ObservationsStored> stored,
            Node node,
            Clock clock) {
        this.runner = runner;
        this.kinds = kinds;
        this.store = store;
        this.stored = stored;
        this.node = node;
        this.clock = clock;
    }

    /** Waits for the verdict, at most all attempts' timeouts and pauses together. */
    Observation run(ConfiguredProbe probe) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Attempt> attempts = runner.run(probe.kind(), probe.settings(), probe.timeout(), probe.confirm());
        Observation observation =
                store.store(Result.of(probe, kinds.decidesAvailability(probe.kind()), now, attempts, node.name()));
        stored.fire(new ObservationsStored(List.of(observation)));
        return observation;
    }
}
