package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.PhaseClock.Phase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xbill.DNS.Message;
import org.xbill.DNS.ResolverConfig;

/**
 * The guarded way to name servers: one question, over UDP and over TCP when the answer is truncated. Blocks the calling
 * thread, at most until the deadline.
 */
@Singleton
public class DnsWire {

    private final EgressGuard guard;
    private final Optional<InetSocketAddress> resolver;

    /** @param resolver {@code host:port} of the operator's resolver; the system's when absent */
    @Inject
    public DnsWire(EgressGuard guard, @ConfigProperty(name = "bellwether.resolver") Optional<String> resolver) {
        this.guard = guard;
        this.resolver = resolver.map(ResolverProducer::address);
    }

    /**
     * Asks the operator's own resolver, which may be at a private address: whoever runs this has chosen it.
     *
     * @throws WireFailure UNKNOWN when no answer came; that says nothing about whom the question is about
     */
    public DnsReply askResolver(Message query, Deadline deadline) throws WireFailure {
        List<InetSocketAddress> servers = resolver.map(List::of)
                .orElseGet(() -> ResolverConfig.getCurrentConfig().servers());
        PhaseClock clock = new PhaseClock();
        try {
            return exchange(query, servers, clock, deadline);
        } catch (Fault e) {
            throw new WireFailure(
                    Outcome.UNKNOWN, Cause.DNS_FAILED, "Our resolver failed: " + e.getMessage(), clock.phases());
        }
    }

    /**
     * Asks a name server that somebody else has named; its address passes the guard.
     *
     * @param hosts its name, or its addresses
     * @throws WireFailure DOWN when it is the server's failure that no answer came
     */
    public DnsReply ask(List<String> hosts, int port, Message query, Deadline deadline) throws WireFailure {
        PhaseClock clock = new PhaseClock();
        try {
            List<InetSocketAddress> servers = new ArrayList<>();
            for (String host : hosts) {
                for (InetAddress address : guard.resolve(host, deadline)) {
                    servers.add(new InetSocketAddress(address, port));
                }
            }
            return exchange(query, servers, clock, deadline);
        } catch (Fault e) {
            throw e.after(clock);
        } catch (EgressRefused | LookupFailed e) {
            throw Faults.of(e, null, String.join(", ", hosts), clock.millis(), deadline)
                    .after(clock);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Faults.of(e, null, String.join(", ", hosts), clock.millis(), deadline)
                    .after(clock);
        }
    }

    private static DnsReply exchange(
            Message query, List<InetSocketAddress> servers, PhaseClock clock, Deadline deadline) throws Fault {
        clock.begin(Phase.DNS);
        try {
            return DnsExchange.of(query, servers, deadline);
        } finally {
            clock.end();
        }
    }
}
