package io.bellwether.probe.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a heartbeat at one moment; all times are the database's.
 *
 * @param createdAt when its probe was put into service
 * @param every the interval of its probe
 * @param away the last time that nobody listened; null when there was none
 * @param pings the latest, newest first
 */
record Watch(
        Instant now,
        Instant createdAt,
        Duration every,
        @Nullable Away away,
        List<Ping> pings) {

    /** Calls that came in between may be lost. */
    record Away(Instant from, Instant to) {}

    Optional<Ping> last() {
        return pings.stream().findFirst();
    }

    /** The last call that tells how a run ended. */
    Optional<Ping> lastEnd() {
        return pings.stream().filter(ping -> ping.kind() != Ping.Kind.START).findFirst();
    }

    /** The first start that no end has followed. */
    Optional<Ping> unfinished() {
        return pings.stream().takeWhile(ping -> ping.kind() == Ping.Kind.START).reduce((newer, older) -> older);
    }
}
