package io.bellwether.platform.egress;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** One address of a host that the {@link EgressGuard} has passed, for several connections that are all to go to the same. */
public final class Pinned {

    private final HostName host;
    private final InetAddress address;

    Pinned(HostName host, InetAddress address) {
        this.host = host;
        this.address = address;
    }

    HostName host() {
        return host;
    }

    InetAddress address() {
        return address;
    }

    /** As people write it. */
    public String text() {
        return address.getHostAddress();
    }

    /** The host's name, null when the host is an address. */
    public @Nullable String name() {
        return host.literal() == null ? host.name() : null;
    }
}
