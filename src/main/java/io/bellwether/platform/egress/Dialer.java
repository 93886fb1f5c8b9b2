package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Opens connections: resolves through the guard and connects to exactly what the guard has passed. */
final class Dialer {

    private final EgressGuard guard;
    private final TlsClient tls;

    Dialer(EgressGuard guard, TlsClient tls) {
        this.guard = guard;
        this.tls = tls;
    }

    /** As {@link #dial(HostName, int, Purpose, Route, PhaseClock, Deadline)}, straight. */
    Line dial(HostName host, int port, @Nullable Purpose purpose, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        return dial(host, port, purpose, Route.DIRECT, clock, deadline);
    }

    /** To an address that has passed before, over one connection and no other. */
    Line dial(Pinned to, int port, @Nullable Purpose purpose, PhaseClock clock, Deadline deadline) throws IOException {
        clock.begin(Phase.CONNECT);
        Socket socket = connect(List.of(to.address()), port, deadline);
        clock.end();
        Line line = new Line(socket, Watchdog.closeAt(deadline, socket));
        try {
            return purpose == null ? line : secure(line, to.host(), port, purpose, TlsLibrary.FASTEST, clock);
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /**
     * Where a handshake fails, a second opinion is taken on a new connection before anybody is blamed, and on a third one it is
     * asked whether the server is merely too old for us.
     *
     * @param purpose what for TLS is spoken, null for a connection in the clear
     */
    Line dial(HostName host, int port, @Nullable Purpose purpose, Route route, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        try {
            return dialTwice(host, port, purpose, route, clock, deadline);
        } catch (SSLException e) {
            Fault old = purpose == null || route.proxy() != null ? null : old(host, port, route, deadline);
            throw old == null ? e : old;
        }
    }

    /** That the server is merely old; null when it is not, or that cannot be told. */
    private @Nullable Fault old(HostName host, int port, Route route, Deadline deadline) throws InterruptedException {
        Deadline soon = deadline.atMost(OldTls.PATIENCE);
        try (Line line = dial(host, port, null, route, new PhaseClock(), soon)) {
            return OldTls.fault(line, host, port, platformOnly(route));
        } catch (EgressRefused | LookupFailed | IOException e) {
            return null;
        }
    }

    private Line dialTwice(
            HostName host, int port, @Nullable Purpose purpose, Route route, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        if (purpose == null || platformOnly(route)) {
            return dial(host, port, purpose, route, TlsLibrary.platform(route.identity()), clock, deadline);
        }
        try {
            return dial(host, port, purpose, route, TlsLibrary.FASTEST, clock, deadline);
        } catch (SSLException e) {
            return dial(host, port, purpose, route, TlsLibrary.PLATFORM, clock, deadline)
                    .afterAnother();
        }
    }

    private static boolean platformOnly(Route route) {
        return route.identity() != null || TlsLibrary.FASTEST instanceof PlatformTls;
    }

    private Line dial(
            HostName host,
            int port,
            @Nullable Purpose purpose,
            Route route,
            TlsLibrary library,
            PhaseClock clock,
            Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        HttpProxy proxy = route.proxy();
        List<InetAddress> peers = peers(host, route, clock, deadline);
        clock.begin(Phase.CONNECT);
        Socket socket = proxy == null ? connect(peers, port, deadline) : connect(proxy, peers, deadline);
        clock.end();
        Line line = new Line(socket, Watchdog.closeAt(deadline, socket));
        try {
            if (proxy != null) {
                clock.begin(Phase.CONNECT);
                Tunnel.open(socket, proxy, host, port, deadline);
                clock.end();
            }
            return purpose == null ? line : secure(line, host, port, purpose, library, clock);
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /** The same connection, encrypted. */
    Line secure(Line line, HostName host, Purpose purpose, PhaseClock clock) throws IOException {
        return secure(line, host, line.socket().getPort(), purpose, TlsLibrary.PLATFORM, clock);
    }

    private Line secure(Line line, HostName host, int port, Purpose purpose, TlsLibrary library, PhaseClock clock)
            throws IOException {
        clock.begin(Phase.TLS);
        TlsClient.Secured secured = tls.secure(line.socket(), host, port, purpose, library);
        clock.end();
        return new Line(line.socket(), secured.connection(), secured.handshake(), line.watch(), line.connections());
    }

    List<InetAddress> resolve(HostName host, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, InterruptedException {
        return resolve(host, clock, () -> guard.resolve(host, deadline));
    }

    /** Whether a connection made now would go to this address; whatever it leads to has passed the guard once more. */
    boolean leadsTo(InetAddress peer, HostName host, Route route, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        return peers(host, route, clock, deadline).contains(peer);
    }

    /** The addresses to connect to: the proxy's where there is one. */
    private List<InetAddress> peers(HostName host, Route route, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        if (route.proxy() != null) {
            return peers(route.proxy(), host, clock, deadline);
        }
        List<InetAddress> addresses = resolve(host, clock, deadline).stream()
                .filter(route.ipVersion()::admits)
                .toList();
        if (addresses.isEmpty()) {
            throw Fault.theirs(
                    Cause.DNS_NO_ADDRESS,
                    host.name() + " has no " + route.ipVersion().words() + " address.");
        }
        return addresses;
    }

    /** A host that is an address can be judged here; a name means what the proxy takes it for. */
    private List<InetAddress> peers(HttpProxy proxy, HostName host, PhaseClock clock, Deadline deadline)
            throws EgressRefused, IOException, InterruptedException {
        HostName name = HostName.parse(proxy.host());
        try {
            if (host.literal() != null) {
                guard.resolve(host, deadline);
            }
            return resolve(name, clock, () -> guard.resolveOpened(name, deadline));
        } catch (LookupFailed e) {
            throw Fault.ours(Cause.NOT_CONFIGURED, "The proxy " + proxy + " was not found: " + e.reason());
        }
    }

    private static Socket connect(HttpProxy proxy, List<InetAddress> addresses, Deadline deadline) throws Fault {
        try {
            return connect(addresses, proxy.port(), deadline);
        } catch (IOException e) {
            throw Fault.ours(
                    deadline.passed() ? Cause.DEADLINE : Cause.NETWORK_UNREACHABLE,
                    "The proxy " + proxy + " was not reached: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Lookup {
        List<InetAddress> addresses() throws EgressRefused, LookupFailed, InterruptedException;
    }

    private static List<InetAddress> resolve(HostName host, PhaseClock clock, Lookup lookup)
            throws EgressRefused, LookupFailed, InterruptedException {
        if (host.literal() != null) {
            return lookup.addresses();
        }
        clock.begin(Phase.DNS);
        List<InetAddress> addresses = lookup.addresses();
        clock.end();
        return addresses;
    }

    /** Tries each address in turn, each with an even share of the time that is left. */
    private static Socket connect(List<InetAddress> addresses, int port, Deadline deadline) throws Fault {
        Fault told = null;
        for (int i = 0; i < addresses.size() && !deadline.passed(); i++) {
            InetSocketAddress peer = new InetSocketAddress(addresses.get(i), port);
            Duration share = deadline.remaining().dividedBy(addresses.size() - i);
            try {
                return connect(peer, share);
            } catch (IOException e) {
                Fault fault = Faults.connecting(e, addresses.get(i).getHostAddress() + " port " + port);
                // What the vendor did says more than that we have no way to one of its addresses.
                told = told == null || fault.isTheirs() ? fault : told;
            }
        }
        throw told == null ? Fault.ours(Cause.DEADLINE, "There was no time left to connect.") : told;
    }

    /** Waits without a timeout of the socket's own, here and later: the watchdog is cheaper. */
    private static Socket connect(InetSocketAddress peer, Duration time) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        Future<?> watch = Watchdog.in(time, () -> Watchdog.close(socket));
        try {
            socket.setTcpNoDelay(true);
            socket.connect(peer);
        } catch (IOException e) {
            Watchdog.close(socket);
            throw watch.cancel(false) ? e : new SocketTimeoutException();
        }
        if (!watch.cancel(false)) {
            throw new SocketTimeoutException();
        }
        return socket;
    }
}
