package io.bellwether.probe.dns;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsReply;
import io.bellwether.platform.egress.WireFailure;
import org.xbill.DNS.Message;

/** A resolver that answers questions about any zone. */
@FunctionalInterface
interface Asker {

    /** @throws WireFailure UNKNOWN when it does not answer: that says nothing about the zone */
    DnsReply ask(Message query, Deadline deadline) throws WireFailure;
}
