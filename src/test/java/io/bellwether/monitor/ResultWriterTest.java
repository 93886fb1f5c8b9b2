package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Placement;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.ConfiguredProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

    private static final Instant DUE = Instant.parse("2026-11-22T12:00:00Z");

    private final Set<Claim> stored = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private volatile boolean away;
    private volatile UUID broken = Ids.next();
    private ResultWriter writer;
    private Thread thread;

    @BeforeEach
    void start() {
        writer = new ResultWriter(new Store(), new Check(), null, metrics);
        thread = Thread.ofPlatform().start(writer::run);
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void keepsResultsWhileTheDatabaseIsAway() {
        away = true;
        Claim first = add();
        await().until(() -> tries.get() > 0);
        Claim second = add();
        assertThat(done).hasValue(0);

        away = false;

        await().untilAsserted(() -> assertThat(done).hasValue(2));
        assertThat(stored).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aResultThatCannotBeStoredTakesNoOtherWithIt() {
        away = true;
        Claim first = add();
        await().until(() -> tries.get() > 0);
        Claim poisoned = add();
        Claim last = add();
        broken = poisoned.probeId();

        away = false;

        await().untilAsserted(() -> assertThat(done).hasValue(3));
        assertThat(stored).containsExactlyInAnyOrder(first, last);
    }

    @Test
    void endsAlthoughTheDatabaseIsAway() throws InterruptedException {
        away = true;
        add();
        await().until(() -> tries.get() > 0);

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void storesWhatIsThereBeforeItEnds() throws InterruptedException {
        Claim first = add();
        Claim second = add();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(stored).containsExactlyInAnyOrder(first, second);
    }

    private Claim add() {
        ConfiguredProbe probe = probe();
        Claim claim = new Claim(probe.id(), "", DUE, Ids.next());
        Attempt attempt = new Attempt(DUE, Outcome.UP, Cause.OK, "Fine.", 12, Phases.NONE, Map.of(), List.of());
        writer.add(
                claim,
                Result.of(probe, true, "", DUE, List.of(attempt), new NodeName("node", "")),
                done::incrementAndGet);
        return claim;
    }

    private static ConfiguredProbe probe() {
        return new ConfiguredProbe(
                Ids.next(),
                Ids.next(),
                "http",
                "home",
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Confirmation.DEFAULT,
                Placement.ANYWHERE,
                Map.of(),
                DUE,
                DUE,
                null,
                0);
    }

    private final class Store extends ResultStore {

        Store() {
            super(null, null, null, null, null, null, null, null, null);
        }

        /** Refuses everything in the end, so that there is nobody to be told. */
        @Override
        Stored store(Map<Claim, Result> results) {
            tries.incrementAndGet();
            if (away
                    || results.keySet().stream()
                            .anyMatch(claim -> claim.probeId().equals(broken))) {
                throw new IllegalStateException("not stored");
            }
            stored.addAll(results.keySet());
            return new Stored(0, List.of());
        }
    }

    private final class Check extends DatabaseCheck {

        Check() {
            super(null);
        }

        @Override
        boolean explainsFailure() {
            return away;
        }
    }
}
