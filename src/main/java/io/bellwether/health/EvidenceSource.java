package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.fact.Fact;
import io.bellwether.history.Observations;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Gathers what a vendor is judged by, in a number of queries that does not grow with its probes or history. */
@Singleton
class EvidenceSource {

    private final ProbeRegister probes;
    private final Observations observations;
    private final UptimeSource uptime;
    private final LatencySource latency;
    private final FactSource facts;

    EvidenceSource(
            ProbeRegister probes,
            Observations observations,
            UptimeSource uptime,
            LatencySource latency,
            FactSource facts) {
        this.probes = probes;
        this.observations = observations;
        this.uptime = uptime;
        this.latency = latency;
        this.facts = facts;
    }

    VendorEvidence of(Vendor vendor, Instant now) {
        ProbeStates states = ProbeStates.of(probes.of(vendor.id()), observations.states(vendor.id()));
        List<Fact> security = facts.current(vendor.id(), Dimension.SECURITY);
        List<Fact> filings = facts.current(vendor.id(), Dimension.FINANCIAL);
        return new VendorEvidence(
                uptime.of(vendor, states, now),
                latency.of(states, now),
                facts.checks(vendor.id(), security, states, now),
                FactSource.events(security),
                states.certificateExpired(),
                FactSource.events(filings),
                facts.filingsReadAt(filings, states));
    }
}
