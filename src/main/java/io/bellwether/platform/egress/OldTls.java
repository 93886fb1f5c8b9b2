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

    private OldTls() {}

    /** What is wrong, null when the server is not merely old. */
    static @Nullable Fault fault(Line line, HostName host, int port) throws IOException {
        String name = host.literal() == null ? host.name() : null;
        line.output().write(new ClientHello(TlsVersion.TLS_1_2, CipherSuites.any(), name).bytes());
        line.output().flush();
        String only = only(FlightReader.read(line.input()));
        return only == null
                ? null
                : Fault.ours(
                        Cause.TLS_TOO_WEAK,
                        host.name() + " port " + port + " answers, but encrypts only with " + only
                                + ", which browsers refuse: tls-too-weak-for-modern-clients.");
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
