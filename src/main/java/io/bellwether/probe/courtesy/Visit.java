package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.net.CookieHandler;
import org.jspecify.annotations.Nullable;

/**
 * The leave to contact one host. Its contacts wait for their turn: this node contacts a host once at a time, with a pause in
 * between. They do not hold up other hosts, and none may be made inside another.
 */
public interface Visit {

    /**
     * Makes one contact that is no plain HTTP request, such as a handshake.
     *
     * @param deadline until when to wait for the turn
     * @throws WireFailure of the contact; UNKNOWN when there was no turn in time or the host has closed meanwhile
     */
    <T> T contact(Deadline deadline, Contact<T> contact) throws WireFailure;

    /**
     * Sends one request, and heeds the answer: 429 or 503 with {@code Retry-After} closes the host to all nodes until then. A
     * redirect is handed back, for it may lead to another host, which takes another visit.
     *
     * @param cookies what to send along and where to keep what comes; null for neither
     * @throws WireFailure as {@link #contact}
     * @throws IllegalArgumentException when the request is for another host
     */
    WireResponse exchange(WireRequest request, @Nullable CookieHandler cookies, Deadline deadline) throws WireFailure;

    /** As {@link #exchange(WireRequest, CookieHandler, Deadline)}, without cookies. */
    default WireResponse exchange(WireRequest request, Deadline deadline) throws WireFailure {
        return exchange(request, null, deadline);
    }
}
