package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What a test needs to make this node's network or its breath fail. */
final class OwnFaults {

    private OwnFaults() {}

    /** A node that checks nothing. */
    static BlameGuard none() {
        return new BlameGuard(egress(List.of()), breathing());
    }

    static Egress egress(List<String> targets) {
        return egress(targets, true, new AtomicLong(), new SimpleMeterRegistry());
    }

    static Egress egress(List<String> targets, boolean believed, AtomicLong nanos, MeterRegistry meters) {
        List<Reference> references = targets.stream().map(Reference::parse).toList();
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    throw LookupFailed.unanswered(name, "no server");
                },
                Optional.of(List.of("127.0.0.1")));
        return new Egress(true, references, believed, guard, meters, nanos::get);
    }

    static Stalls breathing() {
        return new Stalls(false, new SimpleMeterRegistry());
    }

    static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    static String target(ServerSocket server) {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** A target that refuses connections. */
    static String closed() throws IOException {
        try (ServerSocket server = listening()) {
            return target(server);
        }
    }

    static Attempt attempt(Outcome outcome, Cause cause, double millis) {
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        return new Attempt(at, outcome, cause, "It " + cause + ".", millis, Phases.NONE, Map.of("a", 1), List.of());
    }
}
