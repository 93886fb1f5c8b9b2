package io.bellwether.probe.tls;

import io.bellwether.core.language.PlainText;
import io.bellwether.core.posture.tls.Support;
import io.bellwether.core.posture.tls.TlsAnswer;
import io.bellwether.core.posture.tls.TlsChain;
import io.bellwether.core.posture.tls.TlsLook;
import io.bellwether.platform.egress.Pinned;
import io.bellwether.platform.egress.TlsInspection;
import io.bellwether.platform.egress.TlsWire;
import io.bellwether.platform.hello.CipherSuites;
import io.bellwether.platform.hello.ClientHello;
import io.bellwether.platform.hello.ServerFlight;
import io.bellwether.platform.hello.TlsVersion;
import io.bellwether.probe.tls.SweepConnections.NoAnswer;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The look at one address. */
final class AddressSweep {

    private static final String HANDSHAKE = "handshake";

    /** One for each version and each class. */
    private static final int HELLOS = 9;

    private static final int LONGEST_HEADER = 200;
    private static final Set<String> OFFERED_PROTOCOLS = Set.of("h2", "http/1.1");

    private final TlsWire wire;
    private final SweepConnections connections;
    private final Pinned address;

    /** Those in which the server chose something. */
    private final List<ServerFlight> flights = new ArrayList<>();

    private TlsAnswer handshake = TlsAnswer.unknown(HANDSHAKE, "not made, to spare the server");
    private @Nullable TlsInspection inspection;

    AddressSweep(TlsWire wire, SweepConnections connections, Pinned address) {
        this.wire = wire;
        this.connections = connections;
        this.address = address;
    }

    /** The handshake is left out where connections are short: where one has failed just before. */
    TlsLook everything() {
        if (connections.left() > HELLOS) {
            inspect();
        }
        List<TlsAnswer> versions = new ArrayList<>();
        for (TlsVersion version : List.of(TlsVersion.values()).reversed()) {
            versions.add(ask(version.words(), version, CipherSuites.usable(version), version));
        }
        return look(versions, classes(versions));
    }

    TlsLook certificate() {
        inspect();
        return look(List.of(), List.of());
    }

    private void inspect() {
        try {
            TlsInspection seen = connections.inspect(address);
            inspection = seen;
            handshake = new TlsAnswer(
                    HANDSHAKE,
                    Support.SUPPORTED,
                    seen.handshake().protocol().replace("TLSv", "TLS "),
                    seen.handshake().cipher(),
                    null,
                    null,
                    null);
        } catch (NoAnswer e) {
            handshake = TlsAnswer.unknown(HANDSHAKE, e.why());
        }
    }

    /** What comes with every hello for a version, and was never taken, need not be offered again. */
    private List<TlsAnswer> classes(List<TlsAnswer> versions) {
        boolean refused = versions.stream()
                .filter(answer -> !answer.offer().equals(TlsAnswer.TLS_1_3))
                .allMatch(answer -> answer.support() == Support.NOT_SUPPORTED && answer.version() == null);
        return List.of(
                refused ? refused(TlsAnswer.STATIC_RSA) : ask(TlsAnswer.STATIC_RSA, CipherSuites.STATIC_RSA),
                refused ? refused(TlsAnswer.SHORT_BLOCK) : ask(TlsAnswer.SHORT_BLOCK, CipherSuites.SHORT_BLOCK),
                refused ? refused(TlsAnswer.RC4) : ask(TlsAnswer.RC4, CipherSuites.RC4),
                ask(TlsAnswer.BROKEN, CipherSuites.BROKEN));
    }

    private static TlsAnswer refused(String offer) {
        return new TlsAnswer(
                offer, Support.NOT_SUPPORTED, null, null, null, null, "offered with every version, never taken");
    }

    private TlsAnswer ask(String offer, List<Integer> suites) {
        return ask(offer, TlsVersion.TLS_1_2, suites, null);
    }

    private TlsAnswer ask(String offer, TlsVersion version, List<Integer> suites, @Nullable TlsVersion wanted) {
        try {
            ServerFlight flight = connections.greet(address, new ClientHello(version, suites, address.name()));
            return FlightJudge.answer(offer, suites, wanted, keep(flight));
        } catch (NoAnswer e) {
            return TlsAnswer.unknown(offer, e.why());
        }
    }

    private ServerFlight keep(ServerFlight flight) {
        if (flight.version() != null) {
            flights.add(flight);
        }
        return flight;
    }

    private TlsLook look(List<TlsAnswer> versions, List<TlsAnswer> classes) {
        ServerFlight plain = flights.stream()
                .filter(flight -> version(flight) <= TlsVersion.TLS_1_2.number())
                .max(Comparator.comparingInt(AddressSweep::version))
                .orElse(null);
        ServerFlight certified = flights.stream()
                .filter(flight -> !flight.certificates().isEmpty())
                .findFirst()
                .orElse(null);
        return new TlsLook(
                address.text(),
                versions,
                classes,
                handshake,
                chain(certified),
                certified == null ? null : certified.stapled(),
                flights.stream().mapToInt(ServerFlight::timestamps).max().orElse(0),
                protocol(),
                plain == null ? null : plain.extendedMasterSecret(),
                plain == null ? null : plain.secureRenegotiation(),
                inspection != null && inspection.headers() != null,
                transportSecurity());
    }

    private static int version(ServerFlight flight) {
        return Objects.requireNonNullElse(flight.version(), 0);
    }

    private @Nullable TlsChain chain(@Nullable ServerFlight certified) {
        if (inspection != null) {
            return ChainFacts.of(inspection.handshake());
        }
        List<X509Certificate> chain = certified == null ? List.of() : ChainFacts.read(certified.certificates());
        if (chain.isEmpty()) {
            return null;
        }
        return ChainFacts.of(wire.judged(address, chain));
    }

    private @Nullable String protocol() {
        String chosen = inspection == null || inspection.protocol().isEmpty()
                ? flights.stream()
                        .map(ServerFlight::protocol)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("")
                : inspection.protocol();
        return OFFERED_PROTOCOLS.contains(chosen) ? chosen : null;
    }

    private @Nullable String transportSecurity() {
        if (inspection == null || inspection.headers() == null) {
            return null;
        }
        List<String> values = inspection.headers().getOrDefault("Strict-Transport-Security", List.of());
        return values.isEmpty() ? null : PlainText.cut(values.getFirst(), LONGEST_HEADER);
    }
}
