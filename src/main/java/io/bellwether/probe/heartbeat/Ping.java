package io.bellwether.probe.heartbeat;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One call of a job.
 *
 * @param at the database's time of its arrival
 * @param exitCode 0 to 255, where the job has told one
 * @param payload what the job sent along, or its begin; null when it sent nothing
 */
record Ping(
        Instant at,
        Kind kind,
        @Nullable Integer exitCode,
        @Nullable String payload) {

    @Schema(name = "PingKind")
    enum Kind {
        SUCCESS,
        /** The job has begun; nothing is said about its end. */
        START,
        FAIL
    }
}
