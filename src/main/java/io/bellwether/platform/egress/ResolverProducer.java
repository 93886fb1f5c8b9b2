package io.bellwether.platform.egress;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the resolver: a DNS server of the operator's choice, else the operating system's. */
final class ResolverProducer {

    private static final int DNS_PORT = 53;

    @Produces
    @Singleton
    Resolver resolver(@ConfigProperty(name = "bellwether.resolver") Optional<String> server) {
        return server.isEmpty() ? new SystemResolver() : new DnsResolver(address(server.get()));
    }

    /** {@code address:port} or {@code [address]:port}; the port may be left out. */
    static InetSocketAddress address(String text) {
        int colon = text.indexOf(']') < 0 ? text.indexOf(':') : text.indexOf("]:") + 1;
        boolean bareIpv6 = text.indexOf(']') < 0 && colon != text.lastIndexOf(':');
        boolean portless = colon <= 0 || bareIpv6;
        try {
            String host = portless ? text : text.substring(0, colon);
            int port = portless ? DNS_PORT : Integer.parseInt(text.substring(colon + 1));
            HostName name = HostName.parse(host);
            InetAddress literal = name.literal();
            return literal == null ? new InetSocketAddress(name.name(), port) : new InetSocketAddress(literal, port);
        } catch (EgressRefused | IllegalArgumentException e) {
            throw new IllegalArgumentException("BELLWETHER_RESOLVER: '" + text + "' is not host:port", e);
        }
    }
}
