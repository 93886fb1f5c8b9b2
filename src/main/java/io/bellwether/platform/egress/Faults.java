package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Says of an exception what happened, whose failure it is, and at which point of the exchange. */
final class Faults {

    private static final Pattern BORING_SSL = Pattern.compile("SSL routines:OPENSSL_internal:([A-Z0-9_]+)");

    private Faults() {}

    static Fault of(Exception failure, @Nullable Phase phase, String peer, double millis, Deadline deadline) {
        return switch (failure) {
            case Fault known -> known;
            case EgressRefused refused -> Fault.ours(Cause.EGRESS_REFUSED, refused.reason());
            case LookupFailed lookup
            when lookup.failureCause() == Cause.DNS_NO_ADDRESS -> Fault.theirs(Cause.DNS_NO_ADDRESS, lookup.reason());
            case LookupFailed lookup -> Fault.ours(lookup.failureCause(), lookup.reason());
            case InterruptedException _ -> interrupted();
            case Exception _ when Thread.currentThread().isInterrupted() -> interrupted();
            case Exception _ when deadline.passed() -> late(phase, peer, millis);
            case SocketTimeoutException _ -> late(phase, peer, millis);
            case HttpException http -> Fault.theirs(Cause.PROTOCOL_ERROR, peer + " does not speak HTTP: " + told(http));
            case IOException io when phase == Phase.CONNECT -> connecting(io, peer);
            case IOException io -> talking(io, phase, peer);
            default -> Fault.ours(Cause.INTERNAL, "Our own failure: " + told(failure));
        };
    }

    static Fault connecting(IOException failure, String peer) {
        String message = told(failure).toLowerCase(Locale.ROOT);
        if (failure instanceof SocketTimeoutException || message.contains("timed out")) {
            return Fault.theirs(Cause.CONNECT_TIMEOUT, peer + " did not accept the connection in time.");
        }
        if (failure instanceof NoRouteToHostException || message.contains("unreachable")) {
            return Fault.ours(Cause.NETWORK_UNREACHABLE, "There is no way from here to " + peer + ".");
        }
        if (message.contains("reset")) {
            return Fault.theirs(Cause.CONNECTION_RESET, peer + " reset the connection.");
        }
        if (failure instanceof ConnectException && message.contains("refused")) {
            return Fault.theirs(Cause.CONNECTION_REFUSED, peer + " refused the connection.");
        }
        return Fault.ours(Cause.INTERNAL, "Connecting to " + peer + " failed here: " + told(failure));
    }

    private static Fault talking(IOException failure, @Nullable Phase phase, String peer) {
        return switch (failure) {
            case MessageConstraintException limit ->
                Fault.theirs(
                        Cause.HEADERS_TOO_LARGE,
                        "The headers of " + peer + " are too many or too long: " + told(limit));
            case NoHttpResponseException _ -> hungUp(phase, peer);
            case TruncatedChunkException _ -> closed(phase, peer);
            case ConnectionClosedException _ -> closed(phase, peer);
            case EOFException _ -> closed(phase, peer);
            case ZipException zip ->
                Fault.theirs(Cause.PROTOCOL_ERROR, "The compressed body of " + peer + " is broken: " + told(zip));
            case SSLException tls when tls.getCause() instanceof EOFException -> closed(phase, peer);
            case SSLException tls when tls.getCause() instanceof SocketException -> reset(phase, peer);
            case SSLException tls -> Fault.theirs(Cause.TLS_FAILED, "TLS with " + peer + " failed: " + alert(tls));
            case SocketException _ -> reset(phase, peer);
            default ->
                Fault.theirs(Cause.PROTOCOL_ERROR, "The answer of " + peer + " breaks the protocol: " + told(failure));
        };
    }

    private static Fault closed(@Nullable Phase phase, String peer) {
        return phase == Phase.TRANSFER
                ? Fault.theirs(Cause.BODY_TRUNCATED, peer + " closed the connection before its answer was complete.")
                : hungUp(phase, peer);
    }

    private static Fault hungUp(@Nullable Phase phase, String peer) {
        return Fault.theirs(Cause.CONNECTION_RESET, peer + " closed the connection " + during(phase) + ".");
    }

    private static Fault reset(@Nullable Phase phase, String peer) {
        return Fault.theirs(Cause.CONNECTION_RESET, peer + " reset the connection " + during(phase) + ".");
    }

    private static Fault late(@Nullable Phase phase, String peer, double millis) {
        String after = String.format(Locale.ROOT, " within %.1f s.", millis / 1000);
        return switch (phase) {
            case DNS -> Fault.ours(Cause.DNS_FAILED, "The resolver did not answer for " + peer + after);
            case CONNECT -> Fault.theirs(Cause.CONNECT_TIMEOUT, peer + " did not accept the connection" + after);
            case TLS -> Fault.theirs(Cause.DEADLINE, peer + " did not finish the TLS handshake" + after);
            case FIRST_BYTE -> Fault.theirs(Cause.DEADLINE, peer + " did not begin to answer" + after);
            case TRANSFER -> Fault.theirs(Cause.DEADLINE, peer + " did not finish its answer" + after);
            case null -> Fault.ours(Cause.DEADLINE, "There was no time left to reach " + peer + ".");
        };
    }

    private static String during(@Nullable Phase phase) {
        return switch (phase) {
            case TLS -> "during the TLS handshake";
            case TRANSFER -> "in the middle of its answer";
            case null, default -> "without an answer";
        };
    }

    private static Fault interrupted() {
        return Fault.ours(Cause.INTERNAL, "Interrupted on our side.");
    }

    /** BoringSSL tells where in its source it failed, which nobody needs and which changes from run to run. */
    private static String alert(SSLException failure) {
        String message = told(failure);
        Matcher named = BORING_SSL.matcher(message);
        return named.find() ? named.group(1).toLowerCase(Locale.ROOT).replace('_', ' ') + "." : message;
    }

    private static String told(Exception failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return text.endsWith(".") ? text : text + ".";
    }
}
