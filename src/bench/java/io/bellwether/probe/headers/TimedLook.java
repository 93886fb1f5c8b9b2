package io.bellwether.probe.headers;

import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.courtesy.Contact;
import io.bellwether.probe.courtesy.Courtesy;
import io.bellwether.probe.courtesy.Visit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.CookieHandler;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at pages on this machine with the probe as it runs, but without pauses, and tells what of the processor that takes. */
public final class TimedLook {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final HeadersProbe probe;

    /**
     * What a look came to.
     *
     * @param millis of CPU time
     */
    public record Cost(double millis, Outcome outcome) {}

    public TimedLook() {
        EgressGuard guard = new EgressGuard(
                (_, _) -> List.of(InetAddress.ofLiteral("127.0.0.1")), Optional.of(List.of("127.0.0.1")));
        this.probe = new HeadersProbe(
                new Hurried(new Wire(guard, new Authorities(Optional.empty()))),
                new PreloadList(Optional.empty()),
                new PublicSuffixes(Optional.empty()));
    }

    /** The most expensive of some looks. */
    public Cost highest(URI url, int looks) {
        double most = 0;
        Outcome outcome = Outcome.UNKNOWN;
        for (int i = 0; i < looks; i++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            outcome = outcome(url);
            most = Math.max(most, (THREADS.getCurrentThreadCpuTime() - begin) / 1e6);
        }
        return new Cost(most, outcome);
    }

    private Outcome outcome(URI url) {
        try {
            return probe.run(
                            new HeadersProbe.Settings(url, null),
                            new ProbeContext(Instant.now(), Deadline.in(PATIENCE)))
                    .outcome();
        } catch (WireFailure e) {
            return e.outcome();
        }
    }

    /** Nobody is spared: the pages are ours. */
    private record Hurried(Wire wire) implements Courtesy, Visit {

        @Override
        public Visit visit(String host, int contacts) {
            return this;
        }

        @Override
        public Visit scan(String host, String what, int contacts) {
            return this;
        }

        @Override
        public <T> T contact(Deadline deadline, Contact<T> contact) throws WireFailure {
            return contact.make();
        }

        @Override
        public WireResponse exchange(WireRequest request, @Nullable CookieHandler cookies, Deadline deadline)
                throws WireFailure {
            return wire.exchange(request.maxRedirects(0), cookies, deadline);
        }
    }
}
