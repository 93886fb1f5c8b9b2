package io.bellwether.watch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;

/** Whose turn it is to call, so that all nodes together call once in an interval; by the database's clock. */
@ApplicationScoped
class HeartbeatTurns {

    private final Jdbi jdbi;

    HeartbeatTurns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether it is time, and this node's turn. Turns that nobody took are not made up for. */
    @Transactional
    boolean take(Duration interval) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        UPDATE heartbeat_call
                           SET next_at = greatest(next_at + :interval * interval '1 millisecond', now())
                         WHERE next_at <= now()""").bind("interval", interval.toMillis()).execute() == 1);
    }

    /** The call came to nothing: somebody calls again soon. */
    @Transactional
    void again(Duration wait) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE heartbeat_call SET next_at = now() + :wait * interval '1 millisecond'")
                .bind("wait", wait.toMillis())
                .execute());
    }
}
