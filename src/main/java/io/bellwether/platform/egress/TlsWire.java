package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.hello.ClientHello;
import io.bellwether.platform.hello.FlightReader;
import io.bellwether.platform.hello.ServerFlight;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.SortedMap;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** The guarded way out for a look at how a server encrypts: each call makes exactly one connection, to an address found before. */
@Singleton
public class TlsWire {

    private static final int HTTPS = 443;
    private static final int LEAST_ERROR = 400;
    private static final int MOST_OF_A_PAGE = 64 * 1024;

    private final Dialer dialer;
    private final Authorities authorities;

    TlsWire(EgressGuard guard, Authorities authorities) {
        this.dialer = new Dialer(guard, new TlsClient(authorities));
        this.authorities = authorities;
    }

    /**
     * The addresses of a host, in the order to try them.
     *
     * @throws WireFailure when there are none that may be reached
     */
    public List<Pinned> pin(String host, Deadline deadline) throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try {
            HostName name = HostName.parse(host);
            return dialer.resolve(name, clock, deadline).stream()
                    .map(address -> new Pinned(name, address))
                    .toList();
        } catch (EgressRefused | LookupFailed | InterruptedException e) {
            throw Wire.failure(e, host, clock, deadline);
        }
    }

    /**
     * Says hello and hangs up after the answer.
     *
     * @return what came, whatever it was
     * @throws WireFailure when no connection came about
     */
    public ServerFlight greet(Pinned to, int port, ClientHello hello, Deadline deadline) throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try (Line line = dialer.dial(to, port, null, clock, deadline)) {
            line.output().write(hello.bytes());
            line.output().flush();
            return FlightReader.read(line.input());
        } catch (IOException e) {
            throw Wire.failure(e, peer(to, port), clock, deadline);
        }
    }

    /**
     * Makes the handshake of a browser, whatever the certificate is, and asks for the head of the first page where HTTP is spoken:
     * where the server has said so, or on the port of https.
     *
     * @throws WireFailure when there was no handshake
     */
    public TlsInspection inspect(Pinned to, int port, Deadline deadline) throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try (Line line = dialer.dial(to, port, Purpose.INSPECT, clock, deadline)) {
            TlsHandshake handshake = line.handshake();
            TlsConnection tls = line.tls();
            if (handshake == null || tls == null) {
                throw new WireFailure(Outcome.UNKNOWN, Cause.INTERNAL, "There was no handshake.", Phases.NONE);
            }
            String protocol = tls.applicationProtocol();
            boolean http = port == HTTPS || !protocol.isEmpty();
            return new TlsInspection(handshake, protocol, http ? headers(line, to, port) : null);
        } catch (IOException e) {
            throw Wire.failure(e, peer(to, port), clock, deadline);
        }
    }

    /**
     * What a careful client would think of a chain that was sent in the clear.
     *
     * @param chain not empty
     * @return without version and suite
     */
    public TlsHandshake judged(Pinned from, List<X509Certificate> chain) {
        ChainJudge judge = new ChainJudge(authorities, from.host(), false);
        try {
            judge.judge(chain.toArray(new X509Certificate[0]), ChainJudge.PLATFORM_TLS13);
        } catch (CertificateException e) {
            throw new IllegalStateException("a judge that is not strict refuses nothing", e);
        }
        return judge.handshake("", "");
    }

    private static @Nullable SortedMap<String, List<String>> headers(Line line, Pinned to, int port) {
        try {
            String host = to.text().indexOf(':') >= 0 && to.name() == null
                    ? "[" + to.host().name() + "]"
                    : to.host().name();
            URI page = URI.create("https://" + host + (port == HTTPS ? "" : ":" + port) + "/");
            WireRequest request =
                    WireRequest.of("HEAD", page, null).maxRedirects(0).maxBody(MOST_OF_A_PAGE);
            Hop.Answer answer = Hop.overTls(line, request, new PhaseClock());
            return tells(answer) ? answer.headers() : null;
        } catch (IOException | HttpException | EgressRefused e) {
            // The handshake was what we came for; a server may speak something else than HTTP.
            return null;
        }
    }

    /** An error often comes without the headers that every page has, unless it has the one in question itself. */
    private static boolean tells(Hop.Answer answer) {
        return answer.status() < LEAST_ERROR || answer.headers().containsKey("Strict-Transport-Security");
    }

    private static String peer(Pinned to, int port) {
        return to.host().name() + " port " + port;
    }
}
