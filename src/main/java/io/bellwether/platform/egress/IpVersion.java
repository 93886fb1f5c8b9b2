package io.bellwether.platform.egress;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Over which version of the Internet Protocol to go. */
public enum IpVersion {
    /** In the order the resolver gives. */
    ANY,
    IPV4,
    IPV6;

    boolean admits(InetAddress address) {
        return switch (this) {
            case ANY -> true;
            case IPV4 -> address instanceof Inet4Address;
            case IPV6 -> !(address instanceof Inet4Address);
        };
    }

    /** As people write it. */
    String words() {
        return this == IPV6 ? "IPv6" : "IPv4";
    }
}
