package io.bellwether.monitor;

import io.bellwether.core.Attempt;
import io.bellwether.core.Finding;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Instant;
import java.util.List;

/** What a run brought: the observation and what was learnt beyond it. */
record Result(ConfiguredProbe probe, Observation observation, List<Finding> findings) {

    /** The last attempt decides; its findings are the ones that count. */
    static Result of(ConfiguredProbe probe, Instant dueAt, List<Attempt> attempts, String node) {
        Attempt deciding = attempts.getLast();
        Observation observation = new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                dueAt,
                attempts.getFirst().startedAt(),
                probe.every(),
                deciding.outcome(),
                deciding.cause(),
                deciding.reason(),
                deciding.duration(),
                deciding.phases(),
                deciding.detail(),
                attempts,
                node);
        return new Result(probe, observation, deciding.findings());
    }
}
