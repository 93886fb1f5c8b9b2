package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.RetryAfter;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.bellwether.platform.egress.WireResponse;
import jakarta.inject.Singleton;
import java.net.CookieHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The courtesy of all nodes that share a database. */
@Singleton
final class SharedCourtesy implements Courtesy {

    private final CourtesySettings settings;
    private final OptOut optOut;
    private final Ledger ledger;
    private final Closings closings;
    private final Turns turns;
    private final Refusals refusals;
    private final Wire wire;
    private final Clock clock;

    SharedCourtesy(
            CourtesySettings settings,
            Ledger ledger,
            Closings closings,
            Turns turns,
            Refusals refusals,
            Wire wire,
            Clock clock) {
        this.settings = settings;
        this.optOut = OptOut.of(settings.optOut().orElse(List.of()));
        this.ledger = ledger;
        this.closings = closings;
        this.turns = turns;
        this.refusals = refusals;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public Visit visit(String host, int contacts) throws WireFailure {
        String name = open(host);
        take(name, contacts);
        return new Granted(name, contacts);
    }

    @Override
    public Visit scan(String host, String what, int contacts) throws WireFailure {
        String name = open(host);
        Duration every = settings.fullScanEvery();
        // A daily probe is not refused for the seconds by which it is early.
        Duration atLeast = every.minus(every.dividedBy(100));
        Account account = ledger.takeScan(name, what, atLeast, contacts, settings.contactsPerDay());
        Instant before = account.scannedAt();
        if (before != null) {
            throw refusals.of(
                    Refusal.SCANNED,
                    "A scan of %s (%s) has begun at %s; the next may begin at %s."
                            .formatted(name, what, before, before.plus(atLeast)));
        }
        check(account, name, contacts);
        return new Granted(name, contacts);
    }

    private String open(String host) throws WireFailure {
        String name = Hosts.plain(host)
                .orElseThrow(() -> refusals.of(
                        Refusal.NO_HOST,
                        "'%.100s' is not a host name in its plain ASCII form.".formatted(host.replace("\0", ""))));
        if (optOut.covers(name)) {
            throw refusals.of(
                    Refusal.OPTED_OUT, "%s is on the list of hosts that are never contacted.".formatted(name));
        }
        return name;
    }

    private void take(String host, int contacts) throws WireFailure {
        check(ledger.take(host, contacts, settings.contactsPerDay()), host, contacts);
    }

    private void check(Account account, String host, int contacts) throws WireFailure {
        if (account.closedUntil() != null) {
            throw closed(host, account.closedUntil());
        }
        if (!account.taken()) {
            throw refusals.of(Refusal.BUDGET, account.shortage(host, contacts, settings.contactsPerDay()));
        }
    }

    private WireFailure closed(String host, Instant until) {
        return refusals.of(
                Refusal.CLOSED, "%s has asked to be left alone until %s; nothing was sent.".formatted(host, until));
    }

    private final class Granted implements Visit {

        private final String host;
        private final AtomicInteger left;

        Granted(String host, int contacts) {
            this.host = host;
            this.left = new AtomicInteger(contacts);
        }

        @Override
        public <T> T contact(Deadline deadline, Contact<T> contact) throws WireFailure {
            return turns.take(host, deadline, () -> {
                Instant until = closings.until(host);
                if (until != null) {
                    throw closed(host, until);
                }
                if (left.getAndDecrement() <= 0) {
                    take(host, 1);
                }
                return contact.make();
            });
        }

        @Override
        public WireResponse exchange(WireRequest request, @Nullable CookieHandler cookies, Deadline deadline)
                throws WireFailure {
            Optional<String> target =
                    Optional.ofNullable(request.uri().getHost()).flatMap(Hosts::plain);
            if (!target.equals(Optional.of(host))) {
                throw new IllegalArgumentException("a visit of " + host + " is none of " + request.uri());
            }
            return contact(deadline, () -> heeded(wire.exchange(request.maxRedirects(0), cookies, deadline)));
        }

        /** Inside the turn, so that nobody on this node who waits for it contacts the host again, whatever visit it is of. */
        private WireResponse heeded(WireResponse response) {
            RetryAfter.asked(response.status(), response.header("Retry-After"), clock.instant())
                    .ifPresent(time -> closings.close(host, time));
            return response;
        }
    }
}
