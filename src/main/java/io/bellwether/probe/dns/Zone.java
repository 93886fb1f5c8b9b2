package io.bellwether.probe.dns;

import java.util.List;
import org.xbill.DNS.Name;

/**
 * A zone and who answers for it.
 *
 * @param fromAbove whether the servers were learnt from the zone above, directly: then DNS is open from here, and the
 *     resolver did not get through to these servers either
 */
record Zone(Name apex, List<Server> servers, boolean fromAbove) {

    /**
     * @param addresses as the zone above tells them; empty when the name is to be looked up
     */
    record Server(String name, List<String> addresses) {

        List<String> hosts() {
            return addresses.isEmpty() ? List.of(name) : addresses;
        }
    }
}
