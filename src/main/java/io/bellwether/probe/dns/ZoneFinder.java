package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsReply;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Finds the zone a name lies in, and its servers: from the resolver, and where that gets no answer because the zone's servers
 * are all dead, from the servers of the zone above.
 */
final class ZoneFinder {

    /** A zone of the whole internet has at most as many. */
    private static final int MOST_SERVERS = 16;

    private static final int TRIED_ABOVE = 3;

    private final DnsWire wire;
    private final int port;
    private final Asker resolver;
    private final Deadline deadline;

    ZoneFinder(DnsWire wire, int port, Asker resolver, Deadline deadline) {
        this.wire = wire;
        this.port = port;
        this.resolver = resolver;
        this.deadline = deadline;
    }

    /** @throws WireFailure UNKNOWN when it cannot be found */
    Zone find(Name name) throws WireFailure {
        Name broken = null;
        Name candidate = name;
        while (true) {
            DnsReply reply = resolver.ask(new Question(candidate, Type.NS).forResolver(), deadline);
            Message message = reply.message();
            Zone zone = zone(message, Section.ANSWER, candidate, false);
            if (zone != null) {
                return broken == null ? zone : delegated(broken, zone);
            }
            if (message.getRcode() == Rcode.SERVFAIL) {
                broken = candidate;
            } else if (message.getRcode() != Rcode.NOERROR && message.getRcode() != Rcode.NXDOMAIN) {
                throw unknown("The resolver answered " + Rcode.string(message.getRcode())
                        + " to the question for the NS of " + candidate + ".");
            }
            if (candidate.equals(Name.root)) {
                throw unknown("The resolver knows no zone that " + name + " lies in.");
            }
            candidate = next(candidate, message);
        }
    }

    /** Whether the servers of the zone above answer us: when they do not either, the silence may be our own. */
    boolean answeredAbove(Zone zone) throws WireFailure {
        return fromAbove(zone).isPresent();
    }

    /** What a server of the zone above says to the question for the zone's servers; empty when none answers. */
    Optional<Message> fromAbove(Zone zone) throws WireFailure {
        return zone.apex().equals(Name.root)
                ? Optional.empty()
                : askAny(find(new Name(zone.apex(), 1)), new Question(zone.apex(), Type.NS))
                        .map(DnsReply::message);
    }

    private Zone delegated(Name below, Zone above) throws WireFailure {
        Message referral = askAny(above, new Question(below, Type.NS))
                .orElseThrow(() -> unknown("The resolver cannot answer for " + below + ", nor can the servers of "
                        + above.apex() + " be reached from here."))
                .message();
        Zone zone = referral.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.NS)
                .map(Record::getName)
                .filter(apex -> below.subdomain(apex) && !above.apex().subdomain(apex))
                .findFirst()
                .map(apex -> zone(referral, Section.AUTHORITY, apex, true))
                .orElse(null);
        if (zone == null) {
            throw unknown(
                    "The resolver cannot answer for " + below + ", and " + above.apex() + " delegates it to nobody.");
        }
        return zone;
    }

    private Optional<DnsReply> askAny(Zone zone, Question question) {
        for (Zone.Server server : zone.servers().stream().limit(TRIED_ABOVE).toList()) {
            try {
                Deadline share = Deadline.in(deadline.remaining().dividedBy(TRIED_ABOVE));
                return Optional.of(wire.ask(server.hosts(), port, question.forServer(), share));
            } catch (WireFailure e) {
                // The next one may answer.
            }
        }
        return Optional.empty();
    }

    /** One label up, or at once to the zone that the answer says the name lies in. */
    private static Name next(Name candidate, Message message) {
        return message.getSection(Section.AUTHORITY).stream()
                .filter(record -> record.getType() == Type.SOA)
                .map(Record::getName)
                .filter(apex -> candidate.subdomain(apex) && !candidate.equals(apex))
                .findFirst()
                .orElseGet(() -> new Name(candidate, 1));
    }

    private static @Nullable Zone zone(Message message, int section, Name apex, boolean fromAbove) {
        List<Zone.Server> servers = message.getSection(section).stream()
                .filter(record -> record.getName().equals(apex))
                .filter(NSRecord.class::isInstance)
                .map(record -> ((NSRecord) record).getTarget())
                .sorted()
                .limit(MOST_SERVERS)
                .map(target -> new Zone.Server(target.toString(true), fromAbove ? glue(message, target) : List.of()))
                .toList();
        return servers.isEmpty() ? null : new Zone(apex, servers, fromAbove);
    }

    private static List<String> glue(Message message, Name server) {
        return message.getSection(Section.ADDITIONAL).stream()
                .filter(record -> record.getName().equals(server))
                .flatMap(record -> switch (record) {
                    case ARecord ipv4 -> Stream.of(ipv4.getAddress());
                    case AAAARecord ipv6 -> Stream.of(ipv6.getAddress());
                    default -> Stream.empty();
                })
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private static WireFailure unknown(String reason) {
        return new WireFailure(Outcome.UNKNOWN, Cause.DNS_FAILED, reason, Phases.NONE);
    }
}
