package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.PhaseClock.Phase;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * The guarded, timed way out: one exchange or talk on a connection of its own, to an address the {@link EgressGuard} has passed.
 * Where its {@link Route} says so, an exchange shares the connection with those before and after it. Blocks the calling thread,
 * at most until the deadline.
 */
@Singleton
public class Wire {

    /** Who we say we are; stable, so that a vendor can recognise and allow us. */
    public static final String USER_AGENT = "Bellwether/0.1 (+https://github.com/bellwether-monitor/bellwether)";

    private final Dialer dialer;
    private final IdleLines idle;

    @Inject
    public Wire(EgressGuard guard, Authorities authorities) {
        this(guard, authorities, new IdleLines());
    }

    Wire(EgressGuard guard, Authorities authorities, IdleLines idle) {
        this.dialer = new Dialer(guard, new TlsClient(authorities));
        this.idle = idle;
    }

    /**
     * Sends a request and reads the whole answer, following redirects; each hop passes the guard again.
     *
     * @throws WireFailure when no complete answer came; any status is an answer
     */
    public WireResponse exchange(WireRequest request, Deadline deadline) throws WireFailure {
        return exchange(request, null, deadline);
    }

    /**
     * As {@link #exchange(WireRequest, Deadline)}, in one conversation with others.
     *
     * @param cookies what to send along and where to keep what comes, at each hop; null for neither
     */
    public WireResponse exchange(WireRequest request, @Nullable CookieHandler cookies, Deadline deadline)
            throws WireFailure {
        PhaseClock clock = new PhaseClock();
        Hop hop = new Hop(dialer, idle, clock, deadline);
        List<Redirect> followed = new ArrayList<>();
        List<WireRequest> sent = new ArrayList<>();
        WireRequest current = request;
        try {
            while (true) {
                WireRequest next = Cookies.added(cookies, current);
                Redirects.check(next, sent, request.maxRedirects());
                sent.add(next);
                Hop.Answer answer = hop.exchange(next, Target.of(next.uri()));
                Cookies.keep(cookies, current.uri(), answer.headers());
                String location = answer.redirect();
                if (request.maxRedirects() == 0 || location == null) {
                    return response(answer, current.uri(), followed, clock);
                }
                URI target = Redirects.target(current.uri(), location);
                followed.add(new Redirect(answer.status(), current.uri(), target));
                current = Redirects.follow(current, answer.status(), target);
            }
        } catch (EgressRefused | LookupFailed | IOException | HttpException | InterruptedException e) {
            throw failure(e, peer(current.uri()), clock, deadline);
        }
    }

    /**
     * Makes a TLS handshake and nothing more. A certificate that is expired, not trusted or made out to another host is
     * reported like any other.
     *
     * @throws WireFailure when there was no handshake to report
     */
    public TlsReport handshake(String host, int port, Deadline deadline) throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try (Line line = dialer.dial(HostName.parse(host), port, Purpose.LOOK, clock, deadline)) {
            TlsHandshake handshake = line.handshake();
            if (handshake == null) {
                throw new WireFailure(Outcome.UNKNOWN, Cause.INTERNAL, "There was no handshake.", clock.phases());
            }
            return new TlsReport(handshake, line.address(), clock.phases(), clock.millis(), line.connections());
        } catch (EgressRefused | LookupFailed | IOException | InterruptedException e) {
            throw failure(e, host + " port " + port, clock, deadline);
        }
    }

    /**
     * Opens a connection and holds a talk over it; the connection is closed when the talk ends.
     *
     * @param purpose what TLS is for, null for a connection in the clear
     * @throws WireFailure when it did not come about or the talk failed
     */
    public <T> Talked<T> converse(String host, int port, @Nullable Purpose purpose, Deadline deadline, Talk<T> talk)
            throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try {
            HostName name = HostName.parse(host);
            try (Line line = dialer.dial(name, port, purpose, clock, deadline)) {
                Conversation conversation = new Conversation(dialer, name, clock, line);
                return conversation.talked(talk.hold(conversation));
            }
        } catch (EgressRefused | LookupFailed | IOException | InterruptedException e) {
            throw failure(e, host + " port " + port, clock, deadline);
        }
    }

    /**
     * Finds an address that may be reached, for those who reach it by other means than a connection of ours.
     *
     * @throws WireFailure when there is none
     */
    public Place locate(String host, Deadline deadline) throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try {
            InetAddress first =
                    dialer.resolve(HostName.parse(host), clock, deadline).getFirst();
            return new Place(first, clock.phases());
        } catch (EgressRefused | LookupFailed | InterruptedException e) {
            throw failure(e, host, clock, deadline);
        }
    }

    @PreDestroy
    void stop() {
        idle.close();
    }

    static WireFailure failure(Exception e, String peer, PhaseClock clock, Deadline deadline) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        Phase phase = clock.running();
        clock.end();
        return Faults.of(e, phase, peer, clock.millis(), deadline).after(clock);
    }

    private static String peer(URI uri) {
        return String.valueOf(uri.getRawAuthority());
    }

    private static WireResponse response(Hop.Answer answer, URI uri, List<Redirect> followed, PhaseClock clock) {
        return new WireResponse(
                answer.status(),
                answer.headers(),
                answer.body(),
                clock.phases(),
                clock.millis(),
                uri,
                List.copyOf(followed),
                answer.address(),
                answer.tls(),
                answer.reused());
    }
}
