package io.bellwether.core.honesty;

import io.bellwether.core.slo.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One status page as it was read: each edge that lies between two readings is put where it favours the page. */
final class Page {

    private final List<Claim> claims;
    private final List<Post> posts;

    /** @param claims in any order */
    Page(List<Claim> claims, List<Post> posts) {
        List<Claim> ordered =
                claims.stream().sorted(Comparator.comparing(Claim::from)).toList();
        List<Claim> cut = new ArrayList<>();
        for (int index = 0; index < ordered.size(); index++) {
            Claim claim = ordered.get(index);
            cut.add(
                    index + 1 < ordered.size()
                            ? claim.until(ordered.get(index + 1).from())
                            : claim);
        }
        this.claims = cut;
        this.posts = posts;
    }

    List<Claim> claims() {
        return claims;
    }

    /** The times in which it told of trouble, or may have. */
    List<Span> admitted() {
        List<Span> admitted = new ArrayList<>();
        Claim before = null;
        for (Claim claim : claims) {
            if (claim.admits()) {
                admitted.add(new Span(begin(claim, before), claim.to()));
            }
            before = claim;
        }
        return admitted;
    }

    /** An admission appeared at any time since the reading before; the vendor's own time tells when, if it lies between. */
    private Instant begin(Claim claim, @Nullable Claim before) {
        if (before == null || before.admits() || before.to().isBefore(claim.from())) {
            return claim.from();
        }
        Instant earliest = latest(before.from(), claim.from().minus(before.every()));
        return posts.stream()
                .filter(post -> !post.seenAt().isBefore(claim.from()))
                .filter(post -> post.seenAt().isBefore(claim.from().plus(claim.every())))
                .map(Post::startedAt)
                .filter(started -> started.isBefore(claim.from()))
                .min(Comparator.naturalOrder())
                .map(started -> latest(started, earliest))
                .orElse(earliest);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
