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

/**
 * Runs a probe at once, on this node, because a person asked for it. The observation counts like any other; but that of a probe
 * with locations is only what this node's location saw, and of no use to the history when the node does not say where it is.
 */
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
        boolean anywhere = probe.placement().anywhere();
        NodeName here = node.name();
        Result result = Result.of(
                probe, kinds.decidesAvailability(probe.kind()), anywhere ? "" : here.location(), now, attempts, here);
        if (anywhere || !here.location().isEmpty()) {
            keep(result);
        }
        return result.observation();
    }

    private void keep(Result result) {
        List<Observation> verdicts = store.store(result);
        if (!verdicts.isEmpty()) {
            stored.fire(new ObservationsStored(verdicts));
        }
    }
}
