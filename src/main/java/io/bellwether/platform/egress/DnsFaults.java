package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;

/** Says of a failed exchange with a name server what happened, and whose failure it is. */
final class DnsFaults {

    private DnsFaults() {}

    static Fault of(IOException failure, InetSocketAddress server, Deadline deadline) {
        String peer = peer(server);
        return switch (failure) {
            case Fault known -> known;
            case IOException _
            when Thread.currentThread().isInterrupted() -> Fault.ours(Cause.INTERNAL, "Interrupted on our side.");
            case SocketTimeoutException _ -> late(peer);
            case PortUnreachableException _ ->
                Fault.theirs(Cause.CONNECTION_REFUSED, peer + " refused the question: no server listens there.");
            case EOFException _ ->
                Fault.theirs(Cause.CONNECTION_RESET, peer + " closed the connection before its answer was complete.");
            case IOException _ when deadline.passed() -> late(peer);
            default -> Faults.connecting(failure, peer);
        };
    }

    /** The address and the port; the name it was found by is the caller's to tell. */
    static String peer(InetSocketAddress server) {
        String host = server.isUnresolved()
                ? server.getHostString()
                : server.getAddress().getHostAddress();
        return host + " port " + server.getPort();
    }

    private static Fault late(String peer) {
        return Fault.theirs(Cause.DEADLINE, peer + " did not answer in time.");
    }
}
