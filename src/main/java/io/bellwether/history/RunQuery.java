package io.bellwether.history;

import io.bellwether.core.slo.Run;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The runs that the observations of probes make, each probe apart; one without observations is missing. */
@Singleton
public class RunQuery {

    private final Summaries summaries;

    RunQuery(Summaries summaries) {
        this.summaries = summaries;
    }

    /**
     * @param from of the first observation's due time, inclusive
     * @param to exclusive; the last run may speak beyond it
     */
    public Map<UUID, List<Run>> of(Collection<UUID> probes, Instant from, Instant to) {
        return runs(summaries.of(probes, from, to));
    }

    /** Of a vendor's probes of the kinds that decide its availability; else as {@link #of}. */
    public Map<UUID, List<Run>> ofVendor(UUID vendorId, Instant from, Instant to) {
        return runs(summaries.ofVendor(vendorId, from, to));
    }

    private static Map<UUID, List<Run>> runs(Map<UUID, Summary> summaries) {
        Map<UUID, List<Run>> runs = new LinkedHashMap<>();
        summaries.forEach((probe, summary) -> runs.put(probe, summary.runs()));
        return runs;
    }
}
