package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One contact with a host at a time, and a pause after it, on this node. First come, first served. */
@Singleton
final class Turns {

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        /** By the monotonic clock: when the pause is over. Written under the lock. */
        private volatile long freeAt = System.nanoTime();
        /** Who has it or waits for it. Changed only inside the map's own operations. */
        private int users;
    }

    private final long pause;
    private final Refusals refusals;
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    Turns(CourtesySettings settings, Refusals refusals) {
        this.pause = settings.pause().toNanos();
        this.refusals = refusals;
    }

    /** @throws WireFailure of the contact, or when its turn would begin after the deadline */
    <T> T take(String host, Deadline deadline, Contact<T> contact) throws WireFailure {
        Turn turn = enter(host);
        try {
            await(turn, host, deadline);
            try {
                return contact.make();
            } finally {
                turn.freeAt = System.nanoTime() + pause;
                turn.lock.unlock();
            }
        } finally {
            leave(host);
        }
    }

    /** Forgets hosts that nobody contacts. */
    void forgetIdle() {
        turns.keySet()
                .forEach(host -> turns.computeIfPresent(
                        host, (_, turn) -> turn.users == 0 && turn.freeAt - System.nanoTime() <= 0 ? null : turn));
    }

    int known() {
        return turns.size();
    }

    private Turn enter(String host) {
        return turns.compute(host, (_, known) -> {
            Turn turn = known == null ? new Turn() : known;
            turn.users++;
            return turn;
        });
    }

    private void leave(String host) {
        turns.computeIfPresent(host, (_, turn) -> {
            turn.users--;
            return turn;
        });
    }

    /** Returns with the lock held, or throws without it. */
    private void await(Turn turn, String host, Deadline deadline) throws WireFailure {
        try {
            if (!turn.lock.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw late(host);
            }
            try {
                rest(turn, host, deadline);
            } catch (InterruptedException | WireFailure e) {
                turn.lock.unlock();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late(host);
        }
    }

    private void rest(Turn turn, String host, Deadline deadline) throws InterruptedException, WireFailure {
        Duration rest = Duration.ofNanos(Math.max(0, turn.freeAt - System.nanoTime()));
        if (rest.compareTo(deadline.remaining()) > 0) {
            throw late(host);
        }
        Thread.sleep(rest);
    }

    private WireFailure late(String host) {
        return refusals.of(
                Refusal.TURN,
                "The turn to contact %s did not come in time: it is contacted once at a time, with pauses."
                        .formatted(host));
    }
}
