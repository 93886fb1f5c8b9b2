package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.IdleLines.Way;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** One exchange over a connection that was kept open, or over a new one; whichever it is, it is kept for the next. */
final class KeptHop {

    /** RFC 9110, 9.2.2. */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");

    private final Dialer dialer;
    private final IdleLines idle;
    private final PhaseClock clock;
    private final Deadline deadline;

    KeptHop(Dialer dialer, IdleLines idle, PhaseClock clock, Deadline deadline) {
        this.dialer = dialer;
        this.idle = idle;
        this.clock = clock;
        this.deadline = deadline;
    }

    Hop.Answer exchange(ClassicHttpRequest message, WireRequest request, Target target)
            throws EgressRefused, LookupFailed, IOException, HttpException, InterruptedException {
        Way way = new Way(target.secure(), target.host(), target.port(), request.route());
        Http1Line kept = idle.take(way);
        Hop.Answer answer = kept == null ? null : overKept(kept, way, message, request);
        return answer == null ? overNew(way, message, request) : answer;
    }

    /** Null when the connection was of no use; how long it took to see that is left out of all times. */
    private Hop.@Nullable Answer overKept(Http1Line kept, Way way, ClassicHttpRequest message, WireRequest request)
            throws EgressRefused, LookupFailed, IOException, HttpException, InterruptedException {
        PhaseClock.Mark mark = clock.mark();
        try {
            if (kept.wake(deadline) && dialer.leadsTo(kept.address(), way.host(), way.route(), clock, deadline)) {
                clock.back(mark);
                return exchange(kept, message, request);
            }
        } catch (IOException e) {
            if (clock.running() != Phase.FIRST_BYTE) {
                throw e;
            }
            refuseToRepeat(e, request);
        } finally {
            idle.give(way, kept);
        }
        clock.back(mark);
        return null;
    }

    private Hop.Answer overNew(Way way, ClassicHttpRequest message, WireRequest request)
            throws EgressRefused, LookupFailed, IOException, HttpException, InterruptedException {
        Purpose purpose = way.secure() ? Purpose.HTTP : null;
        Http1Line line = new Http1Line(dialer.dial(way.host(), way.port(), purpose, way.route(), clock, deadline));
        try {
            return exchange(line, message, request);
        } finally {
            idle.give(way, line);
        }
    }

    private Hop.Answer exchange(Http1Line line, ClassicHttpRequest message, WireRequest request)
            throws IOException, HttpException {
        Hop.Answer answer = line.exchange(message, request, clock);
        clock.end();
        return answer;
    }

    /** Servers may close a kept connection at any time, and what lies between forgets it; neither tells of the service. */
    private void refuseToRepeat(IOException failure, WireRequest request) throws Fault {
        String peer = String.valueOf(request.uri().getRawAuthority());
        if (deadline.passed() || failure instanceof SocketTimeoutException) {
            throw Fault.ours(
                    Cause.DEADLINE,
                    peer + " did not answer over a connection kept open since an earlier request, which may be lost.");
        }
        if (!IDEMPOTENT.contains(request.method())) {
            throw Fault.ours(
                    Cause.CONNECTION_RESET,
                    peer + " closed a connection kept open since an earlier request; a " + request.method()
                            + " is not sent twice.");
        }
    }
}
