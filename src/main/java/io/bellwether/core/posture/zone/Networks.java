package io.bellwether.core.posture.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * In how many networks addresses lie: of IPv4 the first 24 bits are a network, the least that the internet routes, of IPv6 the
 * first 48.
 */
final class Networks {

    private Networks() {}

    /** Those of IPv4, or those of IPv6 where there is no IPv4 address: who has one family only must find two in it. */
    static List<String> of(Collection<String> addresses) {
        TreeSet<String> networks = new TreeSet<>();
        addresses.stream()
                .filter(address -> !address.contains(":"))
                .map(Networks::first24)
                .forEach(networks::add);
        if (networks.isEmpty()) {
            addresses.stream().map(Networks::first48).forEach(networks::add);
        }
        return List.copyOf(networks);
    }

    private static String first24(String address) {
        int host = address.lastIndexOf('.');
        return (host < 0 ? address : address.substring(0, host + 1) + "0") + "/24";
    }

    /** Knows both ways to write an address, with and without {@code ::}. */
    private static String first48(String address) {
        List<String> groups = new ArrayList<>();
        for (String group : address.split(":", -1)) {
            if (group.isEmpty() && !groups.isEmpty()) {
                break;
            }
            groups.add(group.isEmpty() ? "0" : group.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", ""));
        }
        while (groups.size() < 3) {
            groups.add("0");
        }
        return String.join(":", groups.subList(0, 3)) + "::/48";
    }
}
