package io.bellwether.probe.dns;

import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What is asked for. */
record Question(Name name, int type) {

    /** What passes every network without being fragmented (DNS flag day 2020). */
    private static final int PAYLOAD = 1232;

    static Question of(String name, RecordType type) {
        try {
            return new Question(Name.fromString(name, Name.root), type.number());
        } catch (TextParseException e) {
            throw new IllegalArgumentException(name + " is no domain name", e);
        }
    }

    /** For a resolver, which is to find the answer out and to say whether it has validated it (RFC 6840, 5.7). */
    Message forResolver() {
        Message query = withEdns(0);
        query.getHeader().setFlag(Flags.AD);
        return query;
    }

    /** For a resolver that is to show the data even if it thinks the signatures wrong (RFC 4035, 3.2.2). */
    Message unchecked() {
        Message query = forResolver();
        query.getHeader().setFlag(Flags.CD);
        return query;
    }

    /** For a server that is asked for nothing but its own data. */
    Message forServer() {
        Message query = withEdns(0);
        query.getHeader().unsetFlag(Flags.RD);
        return query;
    }

    /** For a resolver that is to send the signatures along. */
    Message withSignatures() {
        return withEdns(ExtendedFlags.DO);
    }

    private Message withEdns(int flags) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.addRecord(new OPTRecord(PAYLOAD, 0, 0, flags), Section.ADDITIONAL);
        return query;
    }

    /** The lowest name whose zone can hold the answer: the delegation's data lies in the zone above it (RFC 4035, 2.4). */
    Name start() {
        return type == Type.DS && name.labels() > 1 ? new Name(name, 1) : name;
    }

    /** For people: {@code A of www.example.com}. */
    String words() {
        return Type.string(type) + " of " + subject();
    }

    String subject() {
        return name.equals(Name.root) ? "." : name.toString(true);
    }
}
