package io.bellwether.probe.dns;

import io.bellwether.core.language.PlainText;
import io.bellwether.platform.egress.DnsReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/** A server's answer to a question, read. */
record Reply(Question question, DnsReply dns) {

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_SHOWN = 500;

    Message message() {
        return dns.message();
    }

    int code() {
        return message().getRcode();
    }

    /** Whether it tells what there is, be it that there is nothing. */
    boolean tells() {
        return code() == Rcode.NOERROR || code() == Rcode.NXDOMAIN;
    }

    boolean authoritative() {
        return message().getHeader().getFlag(Flags.AA);
    }

    /** The records of the type asked for; those of an alias's target where there is one. */
    List<Answer> answers() {
        return records().map(Answer::of).toList();
    }

    /** What two servers that agree have in common. */
    Set<String> canonical() {
        return answers().stream().map(Answer::canonical).collect(Collectors.toUnmodifiableSet());
    }

    /** How long the answer may be kept, in seconds. */
    OptionalLong ttl() {
        return records().mapToLong(Record::getTTL).min();
    }

    /** Where the name leads when it is an alias, else null. */
    @Nullable String alias() {
        return message().getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() != question.type())
                .flatMap(record -> record instanceof CNAMERecord alias ? Stream.of(alias) : Stream.empty())
                .map(alias -> alias.getTarget().toString(true))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("address", dns.server().getAddress().getHostAddress());
        detail.put("transport", dns.overTcp() ? "TCP" : "UDP");
        detail.put("rcode", Rcode.string(code()));
        detail.put(
                "flags",
                Map.of("aa", authoritative(), "ad", message().getHeader().getFlag(Flags.AD)));
        detail.put(
                "answers",
                answers().stream()
                        .map(Reply::shortened)
                        .sorted()
                        .limit(MOST_SHOWN)
                        .toList());
        ttl().ifPresent(seconds -> detail.put("ttl", seconds));
        String alias = alias();
        if (alias != null) {
            detail.put("alias", alias);
        }
        records()
                .flatMap(record -> record instanceof SOARecord soa ? Stream.of(soa.getSerial()) : Stream.empty())
                .forEach(serial -> detail.put("serial", serial));
        return detail;
    }

    private static String shortened(Answer answer) {
        String shown = answer.shown();
        return PlainText.cut(shown, LONGEST_SHOWN);
    }

    private Stream<Record> records() {
        return message().getSection(Section.ANSWER).stream().filter(record -> record.getType() == question.type());
    }
}
