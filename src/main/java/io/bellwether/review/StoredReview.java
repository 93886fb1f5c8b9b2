package io.bellwether.review;

import io.bellwether.core.Lens;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review as the database has it.
 *
 * @param body as stored, so that nothing in it can escape the hash
 * @param signOffs in the order of their lenses
 */
record StoredReview(
        UUID id,
        String vendor,
        String period,
        Review.State state,
        Map<String, Object> body,
        @Nullable String hash,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant frozenAt,
        List<Review.SignOff> signOffs,
        int version) {

    private static final Comparator<Review.SignOff> BY_LENS =
            Comparator.comparing(signOff -> signOff.lens().name());

    /** Whether its figures may be gathered anew: whoever signs second must find what the first one signed. */
    boolean refreshable() {
        return state == Review.State.DRAFT && signOffs.isEmpty();
    }

    boolean signedBy(Lens lens) {
        return signOffs.stream().anyMatch(signOff -> signOff.lens() == lens);
    }

    boolean signedByAll() {
        return signOffs.size() == Lens.values().length;
    }

    StoredReview changed(Map<String, Object> newBody, Instant now) {
        return new StoredReview(
                id, vendor, period, state, newBody, hash, createdAt, now, frozenAt, signOffs, version + 1);
    }

    StoredReview signed(Review.SignOff signOff) {
        List<Review.SignOff> all = Stream.concat(signOffs.stream(), Stream.of(signOff))
                .sorted(BY_LENS)
                .toList();
        return new StoredReview(
                id, vendor, period, state, body, hash, createdAt, signOff.at(), frozenAt, all, version + 1);
    }

    /** With its last version and its hash; it must not change after that. */
    StoredReview frozen(Map<String, Object> lastBody) {
        StoredReview unsealed = sealed(lastBody, null);
        return unsealed.sealed(lastBody, Seal.hash(unsealed));
    }

    private StoredReview sealed(Map<String, Object> lastBody, @Nullable String seal) {
        return new StoredReview(
                id,
                vendor,
                period,
                Review.State.FROZEN,
                lastBody,
                seal,
                createdAt,
                updatedAt,
                updatedAt,
                signOffs,
                version);
    }
}
