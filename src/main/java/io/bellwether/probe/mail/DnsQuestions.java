package io.bellwether.probe.mail;

import io.bellwether.core.posture.mail.DnsAnswer;
import io.bellwether.core.posture.mail.Questions;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.probe.Lookup;
import io.bellwether.probe.Lookups;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SPFRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Asks our resolver, and gives no question more than its share of the time. */
final class DnsQuestions implements Questions {

    private final Lookups lookups;
    private final Deadline deadline;
    private final Duration share;

    /** @param share how long to wait for one answer at most */
    DnsQuestions(Lookups lookups, Deadline deadline, Duration share) {
        this.lookups = lookups;
        this.deadline = deadline;
        this.share = share;
    }

    @Override
    public DnsAnswer ask(String name, String type) {
        // In a record a backslash is a character like any other; here it would begin an escape.
        Lookup lookup = lookups.ask(name.replace("\\", "\\\\"), Type.value(type), deadline.atMost(share));
        return switch (lookup) {
            case Lookup.Found found ->
                DnsAnswer.found(
                        name,
                        type,
                        found.records().stream().map(DnsQuestions::text).toList());
            case Lookup.NoData _ -> DnsAnswer.nothing(name, type, true);
            case Lookup.NoSuchName _ -> DnsAnswer.nothing(name, type, false);
            case Lookup.Unanswered(String reason) -> DnsAnswer.unanswered(name, type, reason);
        };
    }

    private static String text(Record record) {
        return switch (record) {
            case TXTRecord texts -> joined(texts.getStringsAsByteArrays());
            case SPFRecord texts -> joined(texts.getStringsAsByteArrays());
            case MXRecord exchanger -> exchanger.getPriority() + " " + plain(exchanger.getTarget());
            case ARecord ipv4 -> ipv4.getAddress().getHostAddress();
            case AAAARecord ipv6 -> ipv6.getAddress().getHostAddress();
            case PTRRecord pointer -> plain(pointer.getTarget());
            default -> cut(record.rdataToString());
        };
    }

    private static String joined(List<byte[]> strings) {
        return cut(strings.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining()));
    }

    /** The database keeps no NUL characters, so a character that is as wrong stands for each. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), DnsAnswer.LONGEST_TEXT))
                .replace('\0', '\u0001');
    }

    /** Empty for the root. */
    private static String plain(Name name) {
        return name.labels() <= 1 ? "" : name.toString(true).toLowerCase(Locale.ROOT);
    }
}
