package io.bellwether.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hash that tells whether a frozen review is still what both owners signed. */
final class Seal {

    private Seal() {}

    /**
     * SHA-256 (FIPS 180-4), lower-case hex, of the review's members as served, in the canonical form of RFC 8785. The members are
     * listed one by one: a member that a later version adds must not break the seals of today.
     */
    static String hash(StoredReview review) {
        Map<String, @Nullable Object> members = new HashMap<>(review.body());
        members.put("id", review.id().toString());
        members.put("vendor", review.vendor());
        members.put("period", review.period());
        members.put("state", review.state().name());
        members.put("createdAt", review.createdAt().toString());
        members.put("updatedAt", review.updatedAt().toString());
        members.put("frozenAt", String.valueOf(review.frozenAt()));
        members.put("version", review.version());
        members.put("signOffs", review.signOffs().stream().map(Seal::members).toList());
        return sha256(Canonical.json(members));
    }

    /** Null while there is nothing to seal: a draft that not everybody has signed. */
    static @Nullable Boolean valid(StoredReview review) {
        boolean draft = review.state() == Review.State.DRAFT && !review.signedByAll();
        if (draft && review.hash() == null) {
            return null;
        }
        return hash(review).equals(review.hash());
    }

    private static Map<String, Object> members(Review.SignOff signOff) {
        return Map.of(
                "lens", signOff.lens().name(),
                "decision", signOff.decision().name(),
                "comment", signOff.comment(),
                "signedBy", signOff.signedBy(),
                "at", signOff.at().toString());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
