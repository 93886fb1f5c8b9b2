package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A way out that leads no further than this machine: every name is 127.0.0.1. */
public final class Loopback {

    private static final Resolver EVERYTHING = (name, deadline) -> List.of(InetAddress.ofLiteral("127.0.0.1"));

    private Loopback() {}

    public static Wire wire() {
        return wire(Optional.of(List.of("127.0.0.1")), Optional.empty());
    }

    /** Trusts the authority of a PEM file besides. */
    public static Wire trusting(Path pem) {
        return wire(Optional.of(List.of("127.0.0.1")), Optional.of(pem));
    }

    /** For looks at TLS. */
    public static TlsWire tls(Optional<Path> pem, String... addresses) {
        Resolver these = (name, deadline) ->
                Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
        return new TlsWire(new EgressGuard(these, Optional.of(List.of("127.0.0.0/8"))), new Authorities(pem));
    }

    /** Reaches nothing at all: loopback addresses are not public ones. */
    public static Wire closed() {
        return wire(Optional.empty(), Optional.empty());
    }

    public static Deadline in5() {
        return Deadline.in(Duration.ofSeconds(5));
    }

    private static Wire wire(Optional<List<String>> open, Optional<Path> pem) {
        return new Wire(new EgressGuard(EVERYTHING, open), new Authorities(pem));
    }
}
