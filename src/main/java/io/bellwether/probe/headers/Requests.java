package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Route;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import java.net.CookieHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends the requests of one look, one after the other; each has nine seconds, and all together the attempt's time. */
final class Requests {

    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final Route LOOKING = Route.DIRECT.looking();

    private final Wire wire;
    private final Deadline deadline;
    private int sent;

    Requests(Wire wire, Deadline deadline) {
        this.wire = wire;
        this.deadline = deadline;
    }

    /** How many were sent. */
    int sent() {
        return sent;
    }

    /**
     * The answer, redirects not followed, whatever the certificate is like.
     *
     * @throws WireFailure when there was none
     */
    WireResponse send(WireRequest request, @Nullable CookieHandler cookies) throws WireFailure {
        Duration left = deadline.remaining();
        if (left.isZero()) {
            throw new WireFailure(
                    Outcome.UNKNOWN, Cause.DEADLINE, "There was no time left to ask " + request.uri() + ".", Phases.NONE);
        }
        sent++;
        Duration time = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
        return wire.exchange(request.maxRedirects(0).route(LOOKING), cookies, Deadline.in(time));
    }
}
