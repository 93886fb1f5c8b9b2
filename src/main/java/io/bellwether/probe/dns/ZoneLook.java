package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.posture.zone.CaaAnswer;
import io.bellwether.core.posture.zone.HostLook;
import io.bellwether.core.posture.zone.NameServers;
import io.bellwether.core.posture.zone.Signatures;
import io.bellwether.core.posture.zone.ZoneEvidence;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Lookups;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Gathers what DNS says about a domain: all questions at once, because each may have to wait for a server that is silent. */
@Singleton
class ZoneLook {

    /** Of the time that is left; the rest is for putting the answers together. */
    private static final double SHARE = 0.9;

    private final DnsWire wire;
    private final ChainCheck chains;
    private final ServersLook servers;
    private final NamesLook names;

    @Inject
    ZoneLook(DnsWire wire, ChainCheck chains, Lookups lookups) {
        this(wire, chains, lookups, ServerAddress.DNS_PORT);
    }

    /** @param port where the zones' servers listen */
    ZoneLook(DnsWire wire, ChainCheck chains, Lookups lookups, int port) {
        this.wire = wire;
        this.chains = chains;
        this.servers = new ServersLook(wire, lookups, port);
        this.names = new NamesLook(wire, lookups);
    }

    /** @throws WireFailure UNKNOWN when the zone's servers cannot be found out, which says nothing about the zone */
    ZoneEvidence at(String domain, List<String> hosts, Instant now, Deadline whole) throws WireFailure {
        Deadline deadline =
                Deadline.in(Duration.ofNanos((long) (whole.remaining().toNanos() * SHARE)));
        Name name = name(domain);
        // Without this the zone above, a top-level domain, would be taken for the vendor's.
        if (isMissing(name, deadline)) {
            return ZoneEvidence.unknown(domain, now, "There is no " + domain + " in DNS; check the domain.");
        }
        Zone zone = servers.find(name, deadline);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<CaaAnswer>> caa = threads.submit(() -> names.caa(name, deadline));
            Future<Signatures> signatures = threads.submit(() -> signatures(zone, deadline));
            Future<NameServers> nameServers = threads.submit(() -> servers.of(zone, deadline));
            List<Future<HostLook>> looks = new ArrayList<>();
            for (String host : hosts) {
                looks.add(threads.submit(() -> names.host(host, deadline)));
            }
            return new ZoneEvidence(domain, now, null, caa.get(), signatures.get(), nameServers.get(), all(looks));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireFailure(Outcome.UNKNOWN, Cause.INTERNAL, "Interrupted on our side.", Phases.NONE);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An alias of a name that is not there is itself there (RFC 6604, 3). */
    private boolean isMissing(Name name, Deadline deadline) throws WireFailure {
        Message answer = wire.askResolver(new Question(name, Type.A).forResolver(), deadline)
                .message();
        return answer.getRcode() == Rcode.NXDOMAIN
                && answer.getSection(Section.ANSWER).isEmpty();
    }

    private Signatures signatures(Zone zone, Deadline deadline) {
        Chain chain = chains.of(new Question(zone.apex(), Type.SOA), wire::askResolver, deadline);
        return new Signatures(chain.state().name(), ServersLook.shortened(chain.why()));
    }

    private static <T> List<T> all(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private static Name name(String domain) {
        try {
            return Name.fromString(domain, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(domain + " is no name", e);
        }
    }
}
