package io.bellwether.probe.dns;

import io.bellwether.core.language.PlainText;
import io.bellwether.core.posture.zone.NameServer;
import io.bellwether.core.posture.zone.NameServers;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Lookup;
import io.bellwether.probe.Lookups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Gathers what a zone's name servers say about the zone, and what the zone above says about them. */
final class ServersLook {

    private static final int MOST_NAMES = 50;
    private static final int LONGEST_SENTENCE = 300;

    private record Above(
            @Nullable List<String> names, @Nullable String unknown) {}

    private record Addresses(List<String> found, @Nullable String unknown) {}

    private final DnsWire wire;
    private final Lookups lookups;
    private final Surveyor surveyor;
    private final int port;

    ServersLook(DnsWire wire, Lookups lookups, int port) {
        this.wire = wire;
        this.lookups = lookups;
        this.surveyor = new Surveyor(wire, port);
        this.port = port;
    }

    /** @throws WireFailure UNKNOWN when it cannot be found */
    Zone find(Name name, Deadline deadline) throws WireFailure {
        return finder(deadline).find(name);
    }

    NameServers of(Zone zone, Deadline deadline) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Said>> serials = threads.submit(() -> ask(zone, Type.SOA, deadline));
            Future<List<Said>> servers = threads.submit(() -> ask(zone, Type.NS, deadline));
            Future<Above> above = threads.submit(() -> above(zone, deadline));
            List<Future<Addresses>> addresses = new ArrayList<>();
            for (Zone.Server server : zone.servers()) {
                addresses.add(threads.submit(() -> addresses(server, deadline)));
            }
            List<NameServer> found = new ArrayList<>();
            for (int i = 0; i < zone.servers().size(); i++) {
                String name = zone.servers().get(i).name();
                found.add(server(
                        zone.apex(),
                        name,
                        of(name, serials.get()),
                        of(name, servers.get()),
                        addresses.get(i).get()));
            }
            return new NameServers(
                    zone.apex().toString(true).toLowerCase(Locale.ROOT),
                    found,
                    above.get().names(),
                    above.get().unknown());
        }
    }

    private List<Said> ask(Zone zone, int type, Deadline deadline) {
        try {
            return surveyor.askAll(zone, new Question(zone.apex(), type), deadline);
        } catch (WireFailure e) {
            return List.of();
        }
    }

    private static @Nullable Said of(String server, List<Said> said) {
        return said.stream()
                .filter(one -> one.server().equals(server))
                .findFirst()
                .orElse(null);
    }

    private static NameServer server(
            Name zone, String name, @Nullable Said ofSerial, @Nullable Said ofServers, Addresses addresses) {
        return new NameServer(
                name.toLowerCase(Locale.ROOT),
                addresses.found(),
                addresses.unknown(),
                records(ofSerial)
                        .flatMap(
                                record -> record instanceof SOARecord soa ? Stream.of(soa.getSerial()) : Stream.empty())
                        .findFirst()
                        .orElse(null),
                names(zone, ofServers),
                fault(Stream.concat(Stream.ofNullable(ofSerial), Stream.ofNullable(ofServers))
                        .toList()),
                replied(ofSerial) || replied(ofServers));
    }

    private static boolean replied(@Nullable Said said) {
        return said != null && said.reply() != null;
    }

    /** What is wrong with its answers; that one of them is lost is wrong only if all are. */
    private static @Nullable String fault(List<Said> said) {
        List<Said> answers = said.stream().filter(one -> one.reply() != null).toList();
        return (answers.isEmpty() ? said : answers)
                .stream()
                        .filter(Said::theirs)
                        .flatMap(one -> Stream.ofNullable(one.fault()))
                        .map(ServersLook::shortened)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable List<String> names(Name zone, @Nullable Said said) {
        List<String> names = servers(records(said), zone);
        return names.isEmpty() ? null : names;
    }

    private static Stream<Record> records(@Nullable Said said) {
        return said == null || said.reply() == null || said.fault() != null
                ? Stream.empty()
                : said.reply().message().getSection(Section.ANSWER).stream();
    }

    private static List<String> servers(Stream<Record> records, Name zone) {
        return records.filter(record -> record.getName().equals(zone))
                .flatMap(record -> record instanceof NSRecord server ? Stream.of(server.getTarget()) : Stream.empty())
                .map(target -> target.toString(true).toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .limit(MOST_NAMES)
                .toList();
    }

    private Above above(Zone zone, Deadline deadline) {
        try {
            Message answer = finder(deadline).fromAbove(zone).orElse(null);
            if (answer == null) {
                return new Above(null, "No name server of the zone above answers us.");
            }
            List<String> names = servers(answer.getSection(Section.AUTHORITY).stream(), zone.apex());
            if (answer.getHeader().getFlag(Flags.AA) || names.isEmpty()) {
                return new Above(
                        null,
                        "The name servers of the zone above do not show the delegation; they may serve this zone too.");
            }
            return new Above(names, null);
        } catch (WireFailure e) {
            return new Above(null, shortened(e.reason()));
        }
    }

    private Addresses addresses(Zone.Server server, Deadline deadline) {
        if (!server.addresses().isEmpty()) {
            return new Addresses(server.addresses().stream().sorted().toList(), null);
        }
        List<Lookup> looks =
                List.of(lookups.ask(server.name(), Type.A, deadline), lookups.ask(server.name(), Type.AAAA, deadline));
        List<String> found = looks.stream()
                .flatMap(look -> look.recordsOrNone().stream())
                .map(ServersLook::address)
                .distinct()
                .sorted()
                .limit(MOST_NAMES)
                .toList();
        String unknown = looks.stream()
                .flatMap(look -> look instanceof Lookup.Unanswered gap ? Stream.of(gap.reason()) : Stream.empty())
                .map(ServersLook::shortened)
                .findFirst()
                .orElse(null);
        return new Addresses(found, unknown);
    }

    private static String address(Record record) {
        return switch (record) {
            case ARecord ipv4 -> ipv4.getAddress().getHostAddress();
            case AAAARecord ipv6 -> ipv6.getAddress().getHostAddress();
            default -> record.rdataToString();
        };
    }

    private ZoneFinder finder(Deadline deadline) {
        return new ZoneFinder(wire, port, wire::askResolver, deadline);
    }

    static String shortened(String sentence) {
        return PlainText.cut(sentence, LONGEST_SENTENCE);
    }
}
