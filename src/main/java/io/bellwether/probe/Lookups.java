package io.bellwether.probe;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import jakarta.inject.Singleton;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks our own resolver. */
@Singleton
public class Lookups {

    /** What passes every network without being fragmented (DNS flag day 2020). */
    private static final int PAYLOAD = 1232;

    private final DnsWire wire;

    public Lookups(DnsWire wire) {
        this.wire = wire;
    }

    /**
     * @param name absolute, with or without the dot at its end; what is no name does not exist
     * @param type as {@link Type}
     */
    public Lookup ask(String name, int type, Deadline deadline) {
        try {
            return ask(Name.fromString(name, Name.root), type, deadline);
        } catch (TextParseException e) {
            return new Lookup.NoSuchName();
        }
    }

    private Lookup ask(Name name, int type, Deadline deadline) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.addRecord(new OPTRecord(PAYLOAD, 0, 0, 0), Section.ADDITIONAL);
        try {
            return read(wire.askResolver(query, deadline).message(), name, type);
        } catch (WireFailure e) {
            return new Lookup.Unanswered(e.reason());
        }
    }

    /** An answer that is an error need not repeat the question. */
    private static Lookup read(Message answer, Name name, int type) {
        List<Record> records = answer.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == type)
                .toList();
        return switch (answer.getRcode()) {
            case Rcode.NOERROR -> records.isEmpty() ? new Lookup.NoData() : new Lookup.Found(records);
            case Rcode.NXDOMAIN -> new Lookup.NoSuchName();
            default ->
                new Lookup.Unanswered("The resolver answered " + Rcode.string(answer.getRcode())
                        + " to the question for the " + Type.string(type) + " of " + name.toString(true) + ".");
        };
    }
}
