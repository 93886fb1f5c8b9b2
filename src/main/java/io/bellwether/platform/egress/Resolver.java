package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.util.List;

/** Turns host names into addresses, afresh each time. */
@FunctionalInterface
public interface Resolver {

    /**
     * @param name a host name in its ASCII form, no address literal
     * @return all its addresses in the order to try them, at least one
     */
    List<InetAddress> addresses(String name, Deadline deadline) throws LookupFailed, InterruptedException;
}
