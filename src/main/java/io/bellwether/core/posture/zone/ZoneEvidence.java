package io.bellwether.core.posture.zone;

import io.bellwether.core.PostureEvidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DNS says about a domain and some host names of its vendor.
 *
 * @param target the domain, in lower case
 * @param unknown why nothing could be seen at all, one sentence; null when something was
 * @param caa from the domain up to the first name that has records, or to the top; empty when it was not looked at
 * @param signatures null when they were not looked at
 * @param nameServers null when they were not looked at
 * @param hosts the host names that were looked at
 */
public record ZoneEvidence(
        String target,
        Instant observedAt,
        @Nullable String unknown,
        List<CaaAnswer> caa,
        @Nullable Signatures signatures,
        @Nullable NameServers nameServers,
        List<HostLook> hosts)
        implements PostureEvidence {

    public static final String KIND = "zone";

    public ZoneEvidence {
        caa = List.copyOf(caa);
        hosts = List.copyOf(hosts);
    }

    /** A look that failed as a whole. */
    public static ZoneEvidence unknown(String domain, Instant observedAt, String reason) {
        return new ZoneEvidence(domain, observedAt, reason, List.of(), null, null, List.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public ZoneEvidence steady() {
        return nameServers == null
                ? this
                : new ZoneEvidence(target, observedAt, unknown, caa, signatures, nameServers.steady(), hosts);
    }
}
