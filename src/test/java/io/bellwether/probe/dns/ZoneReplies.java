package io.bellwether.probe.dns;

import static io.bellwether.TestNameServer.records;
import static io.bellwether.TestNameServer.reply;

import io.bellwether.TestNameServer.Script;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.zone.ZoneAssessor;
import io.bellwether.core.posture.zone.ZoneEvidence;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What name servers of {@code shop.example} and of the zone above it say. */
final class ZoneReplies {

    private ZoneReplies() {}

    static Script zone(long serial, String... nameServers) {
        Record[] soa = records("shop.example. SOA ns1.shop.example. root.shop.example. " + serial + " 1 1 1 1");
        return (query, overTcp) -> List.of(
                reply(query, Rcode.NOERROR, query.getQuestion().getType() == Type.SOA ? soa : records(nameServers))
                        .toWire());
    }

    static Message delegation(Message query, String... nameServers) {
        Message answer = reply(query, Rcode.NOERROR);
        answer.getHeader().unsetFlag(Flags.AA);
        for (Record record : records(nameServers)) {
            answer.addRecord(record, Section.AUTHORITY);
        }
        return answer;
    }

    static Message denial(String... answers) {
        Message message = new Message();
        message.getHeader().setRcode(Rcode.NXDOMAIN);
        for (Record record : records(answers)) {
            message.addRecord(record, Section.ANSWER);
        }
        return message;
    }

    /** What the rules make of it, by check. */
    static Map<String, String> codes(ZoneEvidence evidence) {
        return new ZoneAssessor()
                .assess(evidence).results().stream()
                        .collect(Collectors.toMap(CheckResult::checkId, CheckResult::resultCode));
    }
}
