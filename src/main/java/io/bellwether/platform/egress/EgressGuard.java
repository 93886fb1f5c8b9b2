package io.bellwether.platform.egress;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides where a probe or a channel may connect to. Whoever gets addresses from here must connect to exactly these and must
 * not resolve the name again: between two lookups a name can change its mind.
 */
@Singleton
public class EgressGuard {

    private final Resolver resolver;
    private final AllowList allowed;

    /**
     * @param allow what to open although it is special: CIDR blocks, addresses and exact host names
     * @throws IllegalArgumentException when an entry is none of these
     */
    @Inject
    public EgressGuard(
            Resolver resolver, @ConfigProperty(name = "bellwether.egress.allow") Optional<List<String>> allow) {
        this.resolver = resolver;
        this.allowed = AllowList.of(allow.orElse(List.of()));
    }

    /**
     * The addresses of a host, in the order to try them.
     *
     * @throws EgressRefused when the host is written ambiguously, or any of its addresses is special and not allowed
     * @throws LookupFailed when the name could not be resolved in time
     */
    public List<InetAddress> resolve(String host, Deadline deadline)
            throws EgressRefused, LookupFailed, InterruptedException {
        return resolve(HostName.parse(host), deadline);
    }

    List<InetAddress> resolve(HostName host, Deadline deadline)
            throws EgressRefused, LookupFailed, InterruptedException {
        List<InetAddress> addresses = addresses(host, deadline);
        if (allowed.opens(host.name())) {
            return addresses;
        }
        for (InetAddress address : addresses) {
            refuseSpecial(host, address);
        }
        return addresses;
    }

    /** The addresses of a proxy: nothing that lies behind it can be checked here, so the operator must have opened it. */
    List<InetAddress> resolveOpened(HostName proxy, Deadline deadline)
            throws EgressRefused, LookupFailed, InterruptedException {
        List<InetAddress> addresses = addresses(proxy, deadline);
        if (allowed.opens(proxy.name()) || addresses.stream().allMatch(allowed::opens)) {
            return addresses;
        }
        throw new EgressRefused("Not reached: where the proxy " + proxy.name()
                + " leads cannot be checked from here, so BELLWETHER_EGRESS_ALLOW must name it.");
    }

    private List<InetAddress> addresses(HostName host, Deadline deadline) throws LookupFailed, InterruptedException {
        InetAddress literal = host.literal();
        return literal == null ? resolver.addresses(host.name(), deadline) : List.of(literal);
    }

    private void refuseSpecial(HostName host, InetAddress address) throws EgressRefused {
        Optional<String> range = SpecialRanges.of(address);
        if (range.isEmpty() || allowed.opens(address)) {
            return;
        }
        String numeric = address.getHostAddress();
        String subject = host.name().equals(numeric) ? numeric : host.name() + " (" + numeric + ")";
        throw new EgressRefused("Not reached: " + subject + " is not a public address but " + range.get()
                + ". BELLWETHER_EGRESS_ALLOW can open it.");
    }
}
