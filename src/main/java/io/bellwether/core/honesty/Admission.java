package io.bellwether.core.honesty;

import io.bellwether.core.slo.Outage;
import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a vendor's status pages said, all together: when one of them tells of trouble, the vendor does. */
final class Admission {

    /** What a reading itself may take, so that one on time is not taken for a late one. */
    private static final Duration READING = Duration.ofMinutes(1);

    private final List<Claim> claims;
    private final Spans admitted;
    private final Spans known;

    Admission(Collection<List<Claim>> pages, List<Post> posts) {
        List<Page> read = pages.stream().map(page -> new Page(page, posts)).toList();
        this.claims = read.stream().flatMap(page -> page.claims().stream()).toList();
        this.admitted = new Spans(
                read.stream().flatMap(page -> page.admitted().stream()).toList());
        this.known = new Spans(claims.stream().map(Claim::span).toList());
    }

    Duration admitted(Instant from, Instant to) {
        return admitted.within(from, to);
    }

    /** How long a page could be read and none told of trouble. */
    Duration silent(Instant from, Instant to) {
        return known.within(from, to).minus(admitted.within(from, to));
    }

    Optional<Instant> firstSince(Instant time) {
        return admitted.firstSince(time);
    }

    /** Whether the time the post gives and the outage overlap. One without an end lasts while the page tells of trouble. */
    boolean concerns(Post post, Outage outage) {
        Instant end = post.endedAt() == null
                ? admitted.holding(post.seenAt()).map(Span::to).orElse(post.seenAt())
                : post.endedAt();
        boolean begunInTime = outage.endedAt() == null || post.startedAt().isBefore(outage.endedAt());
        return begunInTime && end.isAfter(outage.startedAt());
    }

    /** Whether a page was read after the time the post gives as its begin, and the post was not there yet. */
    boolean backdated(Post post) {
        Instant lookBefore = post.seenAt().minus(interval(post.seenAt()));
        return known.within(post.startedAt(), lookBefore).compareTo(READING) > 0;
    }

    private Duration interval(Instant time) {
        return claims.stream()
                .filter(claim -> !claim.from().isAfter(time))
                .max(Comparator.comparing(Claim::from))
                .map(Claim::every)
                .orElse(Duration.ZERO);
    }
}
