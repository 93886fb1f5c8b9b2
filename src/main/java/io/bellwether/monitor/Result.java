package io.bellwether.monitor;

import io.bellwether.core.Attempt;
import io.bellwether.core.Finding;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Instant;
import java.util.List;

/** What a run brought: the observation and what was learnt beyond it. */
record Result(ConfiguredProbe probe, Observation observation, List<Finding> findings) {

    /**
     * The last attempt decides; its findings are the ones that count.
     *
     * @param deciding whether the outcome says that the vendor's service can be used or not
     */
    static Result of(ConfiguredProbe probe, boolean deciding, Instant dueAt, List<Attempt> attempts, String node) {
        Attempt last = attempts.getLast();
        Observation observation = new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                deciding,
                dueAt,
                attempts.getFirst().startedAt(),
                probe.every(),
                last.outcome(),
                last.cause(),
                last.reason(),
                last.duration(),
                last.phases(),
                last.detail(),
                attempts,
                node);
        return new Result(probe, observation, last.findings());
    }
}
