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
    private static final long GATHER_MILLIS = 500;
    private static final long RETRY_MILLIS = 250;

    private record Finished(Claim claim, Result result, Runnable done) {}

    private final BlockingQueue<Finished> queue = new LinkedBlockingQueue<>();
    private final ResultStore store;
    private final Event<ObservationsStored> stored;
    private final DatabaseCheck database;
    private final Counter refused;
    private boolean stopping;

    ResultWriter(ResultStore store, DatabaseCheck database, Event<ObservationsStored> stored, MeterRegistry metrics) {
        this.store = store;
        this.database = database;
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
        while (!stopping || !queue.isEmpty()) {
            List<Finished> batch = next();
            if (!batch.isEmpty()) {
                write(batch);
            }
        }
    }

    private List<Finished> next() {
        List<Finished> batch = new ArrayList<>();
        if (!stopping) {
            await(batch);
        }
        queue.drainTo(batch, BATCH);
        return batch;
    }

    private void await(List<Finished> batch) {
        try {
            batch.add(queue.take());
            if (queue.size() < BATCH) {
                TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Results outlive an absence of the database; whether they still count then is for their leases to say. */
    private void write(List<Finished> batch) {
        boolean last = stopping;
        while (!written(batch) && !last) {
            pause();
            last = stopping;
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** False when the database is away, so that the batch has to be kept. */
    private boolean written(List<Finished> batch) {
        ResultStore.Stored kept;
        try {
            kept = store(batch);
        } catch (RuntimeException e) {
            if (database.explainsFailure()) {
                return false;
            }
            divide(batch, e);
            return true;
        }
        refused.increment(batch.size() - kept.accepted());
        batch.forEach(finished -> finished.done().run());
        tell(kept.verdicts());
        return true;
    }

    private ResultStore.Stored store(List<Finished> batch) {
        Map<Claim, Result> results = new LinkedHashMap<>();
        batch.forEach(finished -> results.put(finished.claim(), finished.result()));
        return store.store(results);
    }

    /** What cannot be stored must not take the others with it. */
    private void divide(List<Finished> batch, RuntimeException failure) {
        if (batch.size() == 1) {
            giveUp(batch.getFirst(), failure);
            return;
        }
        LOG.warnf("A batch of %d results failed; storing them one by one: %s", batch.size(), failure.toString());
        batch.forEach(finished -> write(List.of(finished)));
    }

    private static void giveUp(Finished finished, RuntimeException failure) {
        LOG.errorf(
                failure,
                "The result of probe %s could not be stored; its lease will expire and it is run again.",
                finished.claim().probeId());
        finished.done().run();
    }

    /** Writes the verdicts that wait for a location no longer. */
    void writeOverdue() {
        tell(store.storeOverdue());
    }

    /** They are stored, whoever cannot hear of it. */
    private void tell(List<Observation> verdicts) {
        if (verdicts.isEmpty()) {
            return;
        }
        try {
            stored.fire(new ObservationsStored(verdicts));
        } catch (RuntimeException e) {
            LOG.error("Stored observations could not be told of.", e);
        }
    }
}
