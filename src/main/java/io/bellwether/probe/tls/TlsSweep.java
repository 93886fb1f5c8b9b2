package io.bellwether.probe.tls;

import io.bellwether.core.posture.tls.TlsEvidence;
import io.bellwether.core.posture.tls.TlsLook;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Pinned;
import io.bellwether.platform.egress.TlsWire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.courtesy.Visit;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Looks at how a server encrypts: one hello for each version and each class of weak suites, and one handshake. Never more than
 * {@value #MOST_CONNECTIONS} connections to a host, one after the other.
 */
@Singleton
public final class TlsSweep {

    /** To all addresses of a host together, with those that were made before the sweep. */
    static final int MOST_CONNECTIONS = 12;

    private final TlsWire wire;

    TlsSweep(TlsWire wire) {
        this.wire = wire;
    }

    /**
     * Ends before the deadline; what was not seen until then is UNKNOWN.
     *
     * @param before how many connections were made to the host just before, 0 for none
     * @param visit the leave to make them
     */
    public TlsEvidence of(String host, int port, Instant at, int before, Visit visit, Deadline deadline) {
        String target = target(host, port);
        SweepConnections connections = new SweepConnections(wire, port, before, visit, deadline);
        List<Pinned> addresses;
        try {
            addresses = wire.pin(host, deadline);
        } catch (WireFailure e) {
            return new TlsEvidence(target, at, List.of(), List.of(), before, e.reason());
        }
        List<TlsLook> looks = new ArrayList<>();
        looks.add(new AddressSweep(wire, connections, addresses.getFirst()).everything());
        List<Pinned> others = addresses.subList(1, addresses.size());
        for (Pinned other : others) {
            if (looks.size() <= others.size() && connections.left() > 0 && connections.answered()) {
                looks.add(new AddressSweep(wire, connections, other).certificate());
            }
        }
        List<String> left =
                addresses.stream().skip(looks.size()).map(Pinned::text).toList();
        return new TlsEvidence(target, at, looks, left, connections.made(), connections.unknown(host));
    }

    static String target(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }
}
