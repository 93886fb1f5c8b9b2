package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupResult;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks one DNS server, for IPv4 and IPv6 addresses at once, and keeps nothing. */
final class DnsResolver implements Resolver {

    /** A lost datagram must not cost the whole attempt. */
    private static final int TRIES = 3;

    private final InetSocketAddress server;

    DnsResolver(InetSocketAddress server) {
        this.server = server;
    }

    @Override
    public List<InetAddress> addresses(String name, Deadline deadline) throws LookupFailed, InterruptedException {
        Duration time = deadline.remaining();
        LookupSession session = LookupSession.builder().resolver(resolver(time)).build();
        Name absolute = absolute(name);
        CompletableFuture<LookupResult> ipv4 =
                session.lookupAsync(absolute, Type.A).toCompletableFuture();
        CompletableFuture<LookupResult> ipv6 =
                session.lookupAsync(absolute, Type.AAAA).toCompletableFuture();
        List<InetAddress> found = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (CompletableFuture<LookupResult> family : List.of(ipv4, ipv6)) {
            collect(family, deadline, found, failures);
        }
        if (!found.isEmpty()) {
            return List.copyOf(found);
        }
        throw failures.isEmpty() ? LookupFailed.noAddress(name) : LookupFailed.unanswered(name, failures.getFirst());
    }

    private static void collect(
            CompletableFuture<LookupResult> family, Deadline deadline, List<InetAddress> found, List<String> failures)
            throws InterruptedException {
        try {
            LookupResult result = family.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            result.getRecords().stream().map(DnsResolver::address).forEach(found::add);
        } catch (TimeoutException e) {
            failures.add("no answer in time");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (!(cause instanceof NoSuchDomainException) && !(cause instanceof NoSuchRRSetException)) {
                failures.add(String.valueOf(cause));
            }
        }
    }

    private static InetAddress address(Record answer) {
        return switch (answer) {
            case ARecord ipv4 -> ipv4.getAddress();
            case AAAARecord ipv6 -> ipv6.getAddress();
            default -> throw new IllegalStateException("not an address: " + answer);
        };
    }

    private ExtendedResolver resolver(Duration time) {
        SimpleResolver one = new SimpleResolver(server);
        one.setTimeout(time.dividedBy(TRIES));
        ExtendedResolver retrying = new ExtendedResolver(List.of(one));
        retrying.setRetries(TRIES);
        retrying.setTimeout(time);
        return retrying;
    }

    private static Name absolute(String name) throws LookupFailed {
        try {
            return Name.fromString(name, Name.root);
        } catch (TextParseException e) {
            throw LookupFailed.noAddress(name);
        }
    }
}
