package io.bellwether.core.posture.zone;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a zone's name servers, and what it said when it was asked for itself.
 *
 * @param name in lower case without the dot at its end
 * @param addresses IPv4 and IPv6 in text form, sorted; empty when it has none or they are not known
 * @param addressesUnknown why its addresses could not be told, null when they could
 * @param serial of the zone's data as it has them; null when it did not say
 * @param names the zone's name servers as it knows them, sorted; null when it did not say
 * @param fault why it did not answer for the zone, one sentence; null when it did, and when that is not its own fault
 * @param answered whether anything came back from it
 */
public record NameServer(
        String name,
        List<String> addresses,
        @Nullable String addressesUnknown,
        @Nullable Long serial,
        @Nullable List<String> names,
        @Nullable String fault,
        boolean answered) {

    public NameServer {
        addresses = List.copyOf(addresses);
        names = names == null ? null : List.copyOf(names);
    }

    /** With how far its serial is behind the newest, 0 or less, in place of it. */
    NameServer behind(long newest) {
        Long gap = serial == null ? null : serial - newest;
        return new NameServer(name, addresses, addressesUnknown, gap, names, fault, answered);
    }
}
