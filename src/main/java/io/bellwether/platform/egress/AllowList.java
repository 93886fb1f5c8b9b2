package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the operator has opened although it is not public. */
record AllowList(List<Cidr> blocks, Set<String> names) {

    static AllowList of(List<String> entries) {
        List<Cidr> blocks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String entry : entries) {
            String text = entry.strip();
            if (text.isEmpty()) {
                continue;
            }
            try {
                add(text, blocks, names);
            } catch (EgressRefused | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "BELLWETHER_EGRESS_ALLOW: '" + text + "' is neither a CIDR block, an address nor a host name",
                        e);
            }
        }
        return new AllowList(List.copyOf(blocks), Set.copyOf(names));
    }

    boolean opens(String name) {
        return names.contains(name);
    }

    boolean opens(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static void add(String text, List<Cidr> blocks, Set<String> names) throws EgressRefused {
        if (text.indexOf('/') >= 0) {
            blocks.add(Cidr.parse(text));
            return;
        }
        HostName host = HostName.parse(text);
        if (host.literal() == null) {
            names.add(host.name());
        } else {
            blocks.add(Cidr.parse(text));
        }
    }
}
