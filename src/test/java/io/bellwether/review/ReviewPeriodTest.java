package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bellwether.platform.Problem;
import io.bellwether.review.ReviewPeriod.Span;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReviewPeriodTest {

    private static final Quarter QUARTER = Quarter.parse("2026-Q4");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void ofAnEndedQuarterIsWhole() {
        ReviewPeriod period = ReviewPeriod.of(QUARTER, UTC, Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(period.partial()).isFalse();
        assertThat(period.until()).isEqualTo(period.to()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(period.months()).extracting(Span::name).containsExactly("2026-10", "2026-11", "2026-12");
    }

    @Test
    void ofARunningQuarterEndsNowAndLeavesOutTheMonthsToCome() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");

        ReviewPeriod period = ReviewPeriod.of(QUARTER, UTC, now);

        assertThat(period.partial()).isTrue();
        assertThat(period.until()).isEqualTo(now);
        assertThat(period.months())
                .containsExactly(
                        new Span(
                                "2026-10",
                                Instant.parse("2026-10-01T00:00:00Z"),
                                Instant.parse("2026-11-01T00:00:00Z")),
                        new Span("2026-11", Instant.parse("2026-11-01T00:00:00Z"), now));
    }

    @Test
    void monthsTileTheQuarterAcrossAChangeOfTheClock() {
        ReviewPeriod period =
                ReviewPeriod.of(QUARTER, ZoneId.of("Europe/Berlin"), Instant.parse("2027-02-01T00:00:00Z"));

        assertThat(period.months())
                .extracting(Span::from)
                .map(Instant::toString)
                .containsExactly("2026-09-30T22:00:00Z", "2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z");
        assertThat(period.months().getLast().to()).isEqualTo(period.to());
    }

    @Test
    void thePreviousOneEndsWhereThisBegins() {
        ReviewPeriod period = ReviewPeriod.of(QUARTER, UTC, Instant.parse("2026-11-22T10:00:00Z"));

        assertThat(period.previous().quarter()).hasToString("2026-Q3");
        assertThat(period.previous().until()).isEqualTo(period.from());
        assertThat(period.previous().partial()).isFalse();
    }

    @Test
    void refusesAQuarterThatHasNotBegunInItsZone() {
        Instant midnightInTokyo = Instant.parse("2026-09-30T15:00:00Z");

        assertThat(ReviewPeriod.of(QUARTER, ZoneId.of("Asia/Tokyo"), midnightInTokyo.plusMillis(1))
                        .partial())
                .isTrue();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ReviewPeriod.of(QUARTER, UTC, midnightInTokyo.plusMillis(1)))
                .withMessageContaining("/period")
                .withMessageContaining("2026-10-01T00:00:00Z");
    }
}
