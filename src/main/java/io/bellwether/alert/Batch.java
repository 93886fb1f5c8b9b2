package io.bellwether.alert;

import io.bellwether.history.Observation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Observations just stored.
 *
 * @param services those that say how the vendor's service does
 * @param pages those of status pages: they say what the vendor says
 * @param open the open episodes of these probes and of the vendors of these pages, locked
 */
record Batch(List<Observation> services, List<Observation> pages, Map<Subject, StoredEpisode> open) {

    static final String PAGE = "statuspage";

    @Nullable StoredEpisode open(BuiltInRule rule, Observation observation) {
        return open.get(subject(rule, observation));
    }

    static Subject subject(BuiltInRule rule, Observation observation) {
        return subject(rule, observation.vendorId(), observation.probeId());
    }

    static Subject subject(BuiltInRule rule, UUID vendorId, UUID probeId) {
        return Subject.of(rule, vendorId, probeId.toString());
    }
}
