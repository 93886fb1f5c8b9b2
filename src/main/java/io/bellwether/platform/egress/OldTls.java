package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.hello.CipherSuites;
import io.bellwether.platform.hello.ClientHello;
import io.bellwether.platform.hello.FlightReader;
import io.bellwether.platform.hello.ServerFlight;
import io.bellwether.platform.hello.TlsVersion;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says of a server with which no handshake comes about whether it merely encrypts in ways that have been given up. Such a server
 * is there and answers; browsers, and the libraries we use, refuse it.
 */
final class OldTls {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What no library of ours takes any more. */
    private static final String[] GIVEN_UP = {"RC4", "3DES", "IDEA", "DES_CBC", "NULL", "_anon_", "EXPORT"};

    /** What the platform has given up while browsers and BoringSSL take it. */
    private static final String STATIC_RSA = "TLS_RSA_WITH_";

    private OldTls() {}

    /**
     * What is wrong, null when the server is not merely old.
     *
     * @param platformOnly whether nothing but the platform's own TLS has been tried
     */
    static @Nullable Fault fault(Line line, HostName host, int port, boolean platformOnly) throws IOException {
        String name = host.literal() == null ? host.name() : null;
        line.output().write(new ClientHello(TlsVersion.TLS_1_2, CipherSuites.any(), name).bytes());
        line.output().flush();
        ServerFlight flight = FlightReader.read(line.input());
        String answers = host.name() + " port " + port + " answers, but ";
        String only = only(flight);
        if (only != null) {
            return Fault.ours(
                    Cause.TLS_TOO_WEAK,
                    answers + "encrypts only with " + only
                            + ", which browsers refuse: tls-too-weak-for-modern-clients.");
        }
        String suite = flight.suite() == null ? "" : CipherSuites.name(flight.suite());
        return platformOnly && suite.startsWith(STATIC_RSA)
                ? Fault.ours(Cause.TLS_FAILED, answers + "chooses " + suite + ", which we cannot use here.")
                : null;
    }

    private static @Nullable String only(ServerFlight flight) {
        Integer number = flight.version();
        Integer suite = flight.suite();
        if (number == null || suite == null) {
            return null;
        }
        Optional<TlsVersion> version = TlsVersion.of(number);
        if (version.isEmpty()) {
            return null;
        }
        if (version.get().compareTo(TlsVersion.TLS_1_2) < 0) {
            return version.get().words();
        }
        String suiteName = CipherSuites.name(suite);
        for (String word : GIVEN_UP) {
            if (suiteName.contains(word)) {
                return suiteName;
            }
        }
        return null;
    }
}
