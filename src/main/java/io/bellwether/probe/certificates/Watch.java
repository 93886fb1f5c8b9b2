package io.bellwether.probe.certificates;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of the logs about one domain, by this process. After a restart it is read again from the begin, and gives
 * the same facts.
 *
 * @param after the last issuance that was read; null before the first
 * @param complete whether the end has been reached
 * @param recent what was issued of late, newest first: news to whoever has not heard of it
 * @param authorities who issued the certificates that are still good, each with the longest-lived of them; what was revoked
 *     when it was read is not good
 * @param unreadable how many issuances could not be read
 */
record Watch(
        @Nullable String after,
        boolean complete,
        List<Issuance> recent,
        Map<Authority, Issuance> authorities,
        long unreadable) {

    static final Watch NEW = new Watch(null, false, List.of(), Map.of(), 0);

    /** What was issued before we came is no news. */
    private static final Duration NEWS = Duration.ofDays(7);

    private static final int MOST_RECENT = 100;
    private static final int MOST_AUTHORITIES = 100;

    Watch {
        recent = List.copyOf(recent);
        authorities = Map.copyOf(authorities);
    }

    /** With another page of what can be gone on from; an empty one is the end. */
    Watch with(List<Issuance> page, Instant now) {
        List<Issuance> latest = new ArrayList<>(recent);
        Map<Authority, Issuance> issuers = new HashMap<>(authorities);
        long unread = unreadable;
        for (Issuance issuance : page) {
            if (!issuance.isReadable()) {
                unread++;
                continue;
            }
            latest.add(issuance);
            if (!Boolean.TRUE.equals(issuance.revoked())) {
                issuers.merge(Authority.of(issuance.issuer()), issuance, Watch::longer);
            }
        }
        return new Watch(
                page.isEmpty() ? after : page.getLast().id(),
                page.isEmpty(),
                latest.stream()
                        .filter(issuance -> !begin(issuance).isBefore(now.minus(NEWS)))
                        .sorted(Comparator.comparing(Watch::begin).reversed())
                        .limit(MOST_RECENT)
                        .toList(),
                longest(issuers, now),
                unread);
    }

    private static Map<Authority, Issuance> longest(Map<Authority, Issuance> issuers, Instant now) {
        Map<Authority, Issuance> good = new HashMap<>();
        issuers.entrySet().stream()
                .filter(issuer -> end(issuer.getValue()).isAfter(now))
                .sorted(Comparator.comparing((Map.Entry<Authority, Issuance> issuer) -> end(issuer.getValue()))
                        .reversed())
                .limit(MOST_AUTHORITIES)
                .forEach(issuer -> good.put(issuer.getKey(), issuer.getValue()));
        return good;
    }

    private static Issuance longer(Issuance one, Issuance other) {
        return end(one).isBefore(end(other)) ? other : one;
    }

    private static Instant begin(Issuance issuance) {
        return Objects.requireNonNull(issuance.begins());
    }

    private static Instant end(Issuance issuance) {
        return Objects.requireNonNull(issuance.ends());
    }
}
