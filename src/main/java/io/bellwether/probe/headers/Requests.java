package io.bellwether.probe.headers;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Route;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.courtesy.Courtesy;
import io.bellwether.probe.courtesy.Visit;
import java.net.CookieHandler;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends the requests of one look, one after the other; each has nine seconds, and all together the attempt's time. Every one of
 * them passes {@link #send}, and so does what has to be asked before a request.
 */
final class Requests {

    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final Route LOOKING = Route.DIRECT.looking();

    /** Over plain HTTP, over HTTPS, robots.txt and a preflight, with two redirects. */
    private static final int USUAL = 6;

    private final Courtesy courtesy;
    private final Map<String, Visit> visits = new HashMap<>();
    private final Deadline deadline;
    private int sent;

    Requests(Courtesy courtesy, Deadline deadline) {
        this.courtesy = courtesy;
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
                    Outcome.UNKNOWN,
                    Cause.DEADLINE,
                    "There was no time left to ask " + request.uri() + ".",
                    Phases.NONE);
        }
        sent++;
        Duration time = left.compareTo(PATIENCE) < 0 ? left : PATIENCE;
        return visit(request.uri()).exchange(request.route(LOOKING), cookies, Deadline.in(time));
    }

    /** Where the look begins it takes all that it will need; who it leads to is asked one by one. */
    private Visit visit(URI uri) throws WireFailure {
        String host = String.valueOf(uri.getHost());
        Visit known = visits.get(host);
        if (known != null) {
            return known;
        }
        Visit visit = courtesy.visit(host, visits.isEmpty() ? USUAL : 1);
        visits.put(host, visit);
        return visit;
    }
}
