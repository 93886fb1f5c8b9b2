package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens connections: resolves through the guard and connects to exactly what the guard has passed. */
final class Dialer {

    private final EgressGuard guard;
    private final TlsClient tls;

    Dialer(EgressGuard guard, TlsClient tls) {
        this.guard = guard;
        this.tls = tls;
    }

    /** @param purpose what for TLS is spoken, null for a connection in the clear */
    Line dial(HostName host, int port, @Nullable Purpose purpose, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, IOException, InterruptedException {
        List<InetAddress> addresses = resolve(host, clock, deadline);
        clock.begin(Phase.CONNECT);
        Socket socket = connect(addresses, port, deadline);
        Line line = new Line(socket, null, null, Watchdog.closeAt(deadline, socket));
        try {
            clock.end();
            return purpose == null ? line : secure(line, host, purpose, clock);
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    /** The same connection, encrypted. */
    Line secure(Line line, HostName host, Purpose purpose, PhaseClock clock) throws IOException {
        clock.begin(Phase.TLS);
        TlsClient.Secured secured =
                tls.secure(line.socket(), host, line.socket().getPort(), purpose);
        clock.end();
        return new Line(line.socket(), secured.socket(), secured.handshake(), line.watch());
    }

    List<InetAddress> resolve(HostName host, PhaseClock clock, Deadline deadline)
            throws EgressRefused, LookupFailed, InterruptedException {
        if (host.literal() != null) {
            return guard.resolve(host, deadline);
        }
        clock.begin(Phase.DNS);
        List<InetAddress> addresses = guard.resolve(host, deadline);
        clock.end();
        return addresses;
    }

    /** Tries each address in turn, each with an even share of the time that is left. */
    private static Socket connect(List<InetAddress> addresses, int port, Deadline deadline) throws Fault {
        Fault told = Fault.ours(Cause.DEADLINE, "There was no time left to connect.");
        boolean first = true;
        for (int i = 0; i < addresses.size() && !deadline.passed(); i++) {
            InetSocketAddress peer = new InetSocketAddress(addresses.get(i), port);
            long share = deadline.remaining().toMillis() / (addresses.size() - i);
            try {
                return connect(peer, (int) Math.max(1, share), deadline);
            } catch (IOException e) {
                Fault fault = Faults.connecting(e, addresses.get(i).getHostAddress() + " port " + port);
                // What the vendor did says more than that we have no way to one of its addresses.
                told = first || fault.isTheirs() ? fault : told;
                first = false;
            }
        }
        throw told;
    }

    private static Socket connect(InetSocketAddress peer, int timeoutMillis, Deadline deadline) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        try {
            socket.setTcpNoDelay(true);
            socket.connect(peer, timeoutMillis);
            socket.setSoTimeout(Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE));
            return socket;
        } catch (IOException e) {
            Watchdog.close(socket);
            throw e;
        }
    }
}
