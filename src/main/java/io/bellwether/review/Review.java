package io.bellwether.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bellwether.core.Lens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one vendor in one quarter: measured facts, what the owners say about them, and what they decided.
 *
 * @param vendor its slug
 * @param period the quarter, for example {@code 2026-Q4}
 * @param zone IANA name of the zone in which the quarter's days begin
 * @param partial whether the quarter was still running when the figures were gathered
 * @param until for a partial review where its figures end, else null
 * @param hash of a frozen review: lower-case hex SHA-256 of the canonical JSON (RFC 8785) of all members but {@code hash}
 *     and {@code hashValid}
 * @param hashValid whether the stored review still has that hash; null for a draft
 * @param signOffs at most one per lens; the second freezes the review
 * @param version grows with each change; the ETag
 */
public record Review(
        UUID id,
        String vendor,
        String period,
        String zone,
        Instant from,
        Instant to,
        boolean partial,
        @Nullable Instant until,
        State state,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant frozenAt,
        @Nullable String hash,
        @Nullable Boolean hashValid,
        List<Section> sections,
        List<SignOff> signOffs,
        int version) {

    public enum State {
        /** Figures may be gathered again, comments and sign-offs added. */
        DRAFT,
        /** Signed by both lenses; it never changes again. */
        FROZEN
    }

    /** What an owner wants to do about the vendor. */
    public enum Decision {
        KEEP,
        FIX,
        RENEGOTIATE,
        REPLACE,
        EXIT
    }

    /**
     * One chapter.
     *
     * @param key its name in URLs, for example {@code availability}
     * @param data JSON-shaped figures, each with or beside the {@code source} path it can be traced to
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Section(
            String key,
            String title,
            Map<String, Object> data,
            @Nullable String comment,
            @Nullable String commentedBy) {

        Section commented(@Nullable String text, String author) {
            return new Section(key, title, data, text, text == null ? null : author);
        }
    }

    /** One owner's decision on what the review says. */
    public record SignOff(Lens lens, Decision decision, String comment, String signedBy, Instant at) {}
}
