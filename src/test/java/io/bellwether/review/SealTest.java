package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Lens;
import io.bellwether.review.Review.Decision;
import io.bellwether.review.Review.SignOff;
import io.bellwether.review.Review.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SealTest {

    private static final UUID ID = new UUID(1, 2);
    private static final Instant OPENED = Instant.parse("2027-01-01T06:00:00Z");
    private static final Instant SIGNED = Instant.parse("2027-01-05T09:00:00.000001Z");
    private static final Map<String, Object> BODY = Map.of("sections", List.of(Map.of("key", "summary", "figure", 12)));
    private static final SignOff IT = new SignOff(Lens.IT, Decision.KEEP, "fine", "ada", SIGNED);
    private static final SignOff MARKETING = new SignOff(Lens.MARKETING, Decision.FIX, "", "bob", SIGNED);

    private static StoredReview draft() {
        return new StoredReview(ID, "acme", "2026-Q4", State.DRAFT, BODY, null, OPENED, OPENED, null, List.of(), 3);
    }

    private static StoredReview frozen() {
        return draft().signed(MARKETING).signed(IT).frozen(BODY);
    }

    static Stream<StoredReview> tamperedReviews() {
        StoredReview frozen = frozen();
        Map<String, Object> otherFigure = Map.of("sections", List.of(Map.of("key", "summary", "figure", 13)));
        Map<String, Object> extra = Map.of("sections", frozen.body().get("sections"), "extra", true);
        return Stream.of(
                with(frozen, State.FROZEN, otherFigure, frozen.signOffs(), frozen.hash(), SIGNED, 5),
                with(frozen, State.FROZEN, extra, frozen.signOffs(), frozen.hash(), SIGNED, 5),
                with(frozen, State.DRAFT, BODY, frozen.signOffs(), frozen.hash(), SIGNED, 5),
                with(frozen, State.DRAFT, BODY, frozen.signOffs(), null, SIGNED, 5),
                with(frozen, State.FROZEN, BODY, List.of(IT), frozen.hash(), SIGNED, 5),
                with(frozen, State.FROZEN, BODY, List.of(other(IT), MARKETING), frozen.hash(), SIGNED, 5),
                with(frozen, State.FROZEN, BODY, frozen.signOffs(), null, SIGNED, 5),
                with(frozen, State.FROZEN, BODY, frozen.signOffs(), frozen.hash(), SIGNED.plusNanos(1000), 5),
                with(frozen, State.FROZEN, BODY, frozen.signOffs(), frozen.hash(), SIGNED, 6));
    }

    @Test
    void holdsForWhatBothHaveSigned() {
        assertThat(frozen().hash()).matches("[0-9a-f]{64}");
        assertThat(Seal.valid(frozen())).isTrue();
        assertThat(frozen().version()).isEqualTo(5);
    }

    @Test
    void isTheSameWhoeverSignsFirst() {
        assertThat(draft().signed(IT).signed(MARKETING).frozen(BODY).hash()).isEqualTo(frozen().hash());
    }

    @Test
    void isNotAskedForWhileItIsADraft() {
        assertThat(Seal.valid(draft())).isNull();
        assertThat(Seal.valid(draft().signed(IT))).isNull();
    }

    @ParameterizedTest
    @MethodSource("tamperedReviews")
    void breaksWhenAnythingIsChanged(StoredReview tampered) {
        assertThat(Seal.valid(tampered)).isFalse();
    }

    private static SignOff other(SignOff signOff) {
        return new SignOff(signOff.lens(), Decision.EXIT, signOff.comment(), signOff.signedBy(), signOff.at());
    }

    private static StoredReview with(
            StoredReview review,
            State state,
            Map<String, Object> body,
            List<SignOff> signOffs,
            String hash,
            Instant frozenAt,
            int version) {
        return new StoredReview(
                review.id(),
                review.vendor(),
                review.period(),
                state,
                body,
                hash,
                review.createdAt(),
                review.updatedAt(),
                frozenAt,
                signOffs,
                version);
    }
}
