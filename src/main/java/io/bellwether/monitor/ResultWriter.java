package io.bellwether.monitor;

import io.bellwether.history.Observation;
import io.bellwether.history.ObservationsStored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Writes results in batches, from one thread of its own, so that slow probes and a slow database do not meet. */
@Singleton
class ResultWriter {

    private static final Logger LOG = Logger.getLogger(ResultWriter.class);
    private static final int BATCH = 500;
    private static final long GATHER_MILLIS = 100;

    private record Finished(Claim claim, Result result, Runnable done) {}

    private final BlockingQueue<Finished> queue = new LinkedBlockingQueue<>();
    private final ResultStore store;
    private final Event<ObservationsStored> stored;
    private final Counter refused;

    ResultWriter(ResultStore store, Event<ObservationsStored> stored, MeterRegistry metrics) {
        this.store = store;
        this.stored = stored;
        this.refused = Counter.builder("bellwether.results.refused")
                .description("results that came after their lease was lost")
                .register(metrics);
    }

    /**
     * Hands over a result; its number is bounded by the claims in flight.
     *
     * @param done called when the result has been stored, refused or given up
     */
    void add(Claim claim, Result result, Runnable done) {
        queue.add(new Finished(claim, result, done));
    }

    /** Writes until interrupted and the queue is empty. */
    void run() {
        boolean stopping = false;
        while (!stopping || !queue.isEmpty()) {
            try {
                List<Finished> batch = next(stopping);
                write(batch);
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }

    private List<Finished> next(boolean stopping) throws InterruptedException {
        List<Finished> batch = new ArrayList<>();
        if (!stopping) {
            batch.add(queue.take());
            TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
        }
        queue.drainTo(batch, BATCH);
        return batch;
    }

    private void write(List<Finished> batch) {
        try {
            store(batch);
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                LOG.errorf(
                        e,
                        "The result of probe %s could not be stored; its lease will expire and it is run again.",
                        batch.getFirst().claim().probeId());
                batch.getFirst().done().run();
                return;
            }
            LOG.warnf("A batch of %d results failed; storing them one by one: %s", batch.size(), e.toString());
            batch.forEach(finished -> write(List.of(finished)));
        }
    }

    private void store(List<Finished> batch) {
        Map<Claim, Result> results = new LinkedHashMap<>();
        batch.forEach(finished -> results.put(finished.claim(), finished.result()));
        ResultStore.Stored kept = store.store(results);
        refused.increment(batch.size() - kept.accepted());
        batch.forEach(finished -> finished.done().run());
        tell(kept.verdicts());
    }

    /** Writes the verdicts that wait for a location no longer. */
    void writeOverdue() {
        tell(store.storeOverdue());
    }

    private void tell(List<Observation> verdicts) {
        if (!verdicts.isEmpty()) {
            stored.fire(new ObservationsStored(verdicts));
        }
    }
}
