package io.bellwether.probe.dns;

import io.bellwether.core.posture.zone.CaaAnswer;
import io.bellwether.core.posture.zone.CaaRecord;
import io.bellwether.core.posture.zone.HostLook;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Lookup;
import io.bellwether.probe.Lookups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Gathers what our resolver says about a vendor's names. */
final class NamesLook {

    private static final int MOST_RECORDS = 50;
    private static final int LONGEST_CHAIN = 16;

    private final DnsWire wire;
    private final Lookups lookups;

    NamesLook(DnsWire wire, Lookups lookups) {
        this.wire = wire;
        this.lookups = lookups;
    }

    /** Up the tree, label by label, until a name has records or its answer is missing (RFC 8659, 3). */
    List<CaaAnswer> caa(Name name, Deadline deadline) {
        List<CaaAnswer> way = new ArrayList<>();
        for (Name next = name; next.labels() > 1; next = new Name(next, 1)) {
            String asked = next.toString(true).toLowerCase(Locale.ROOT);
            CaaAnswer answer = answer(asked, lookups.ask(asked, Type.CAA, deadline));
            way.add(answer);
            if (!answer.records().isEmpty() || answer.unknown() != null) {
                break;
            }
        }
        return way;
    }

    private static CaaAnswer answer(String name, Lookup lookup) {
        return new CaaAnswer(
                name,
                lookup.recordsOrNone().stream()
                        .flatMap(record -> record instanceof CAARecord caa ? Stream.of(caa) : Stream.empty())
                        .map(caa -> new CaaRecord(
                                caa.getFlags(),
                                ServersLook.shortened(caa.getTag().toLowerCase(Locale.ROOT)),
                                ServersLook.shortened(caa.getValue())))
                        .limit(MOST_RECORDS)
                        .toList(),
                lookup instanceof Lookup.Unanswered gap ? ServersLook.shortened(gap.reason()) : null);
    }

    HostLook host(String host, Deadline deadline) {
        Question question = Question.of(host, RecordType.A);
        try {
            Message answer = wire.askResolver(question.forResolver(), deadline).message();
            return answer.getRcode() == Rcode.NOERROR || answer.getRcode() == Rcode.NXDOMAIN
                    ? told(question.name(), answer, ipv6(host, deadline), host)
                    : untold(
                            host,
                            "The resolver answered " + Rcode.string(answer.getRcode()) + " to the question for the "
                                    + question.words() + ".");
        } catch (WireFailure e) {
            return untold(host, e.reason());
        }
    }

    private static HostLook untold(String host, String reason) {
        return new HostLook(host, List.of(), null, null, null, ServersLook.shortened(reason));
    }

    /** The code of an answer is that of the last name in the chain (RFC 6604, 3). */
    private static HostLook told(Name name, Message answer, @Nullable Boolean ipv6, String host) {
        List<Record> records = answer.getSection(Section.ANSWER);
        boolean denied = answer.getRcode() == Rcode.NXDOMAIN;
        boolean found = records.stream().anyMatch(record -> record.getType() == Type.A);
        return new HostLook(
                host,
                aliases(name, records),
                denied ? HostLook.NO_SUCH_NAME : found ? HostLook.FOUND : HostLook.NO_DATA,
                denied ? deniedBy(answer) : null,
                ipv6,
                null);
    }

    private static List<String> aliases(Name host, List<Record> records) {
        List<String> chain = new ArrayList<>();
        Name last = host;
        while (chain.size() < LONGEST_CHAIN) {
            Name next = target(last, records);
            if (next == null) {
                break;
            }
            chain.add(next.toString(true).toLowerCase(Locale.ROOT));
            last = next;
        }
        return chain;
    }

    private static @Nullable Name target(Name name, List<Record> records) {
        return records.stream()
                .filter(record -> record.getName().equals(name))
                .flatMap(record -> record instanceof CNAMERecord alias ? Stream.of(alias.getTarget()) : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String deniedBy(Message answer) {
        return answer.getSection(Section.AUTHORITY).stream()
                .filter(SOARecord.class::isInstance)
                .map(Record::getName)
                .filter(zone -> !zone.equals(Name.root))
                .map(zone -> zone.toString(true).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Boolean ipv6(String host, Deadline deadline) {
        return switch (lookups.ask(host, Type.AAAA, deadline)) {
            case Lookup.Found found -> true;
            case Lookup.NoData none -> false;
            case Lookup.NoSuchName none -> false;
            case Lookup.Unanswered gap -> null;
        };
    }
}
