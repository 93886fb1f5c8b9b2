package io.bellwether.monitor;

import io.bellwether.core.Attempt;
import io.bellwether.core.Finding;
import io.bellwether.core.PostureEvidence;
import io.bellwether.history.DueTime;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import java.time.Instant;
import java.util.List;

/**
 * What a run brought.
 *
 * @param findings what was learnt beyond the observation
 * @param evidence what was seen of the vendor's posture
 */
record Result(ConfiguredProbe probe, Observation observation, List<Finding> findings, List<PostureEvidence> evidence) {

    /**
     * The last attempt decides; its findings are the ones that count. What is seen of the posture is seen once, by whichever
     * attempt.
     *
     * @param location which of the probe's locations this is; empty when the run is the verdict
     * @param deciding whether the outcome says that the vendor's service can be used or not
     */
    static Result of(
            ConfiguredProbe probe,
            boolean deciding,
            String location,
            Instant dueAt,
            List<Attempt> attempts,
            NodeName node) {
        Attempt last = attempts.getLast();
        List<PostureEvidence> seen = attempts.stream()
                .flatMap(attempt -> attempt.evidence().stream())
                .toList();
        Observation observation = new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                deciding && location.isEmpty(),
                location,
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
                node.name());
        return new Result(probe, observation, last.findings(), seen);
    }

    /** Whether it is one of those that the probe's verdict is made of. */
    boolean voice() {
        return probe.placement().locations().contains(observation.location());
    }

    DueTime due() {
        return new DueTime(probe.id(), observation.at());
    }

    /** Locations may see different things, certificates for example; what is learnt is what the first of them sees. */
    boolean teaches() {
        return observation.verdict() || probe.placement().locations().indexOf(observation.location()) == 0;
    }
}
