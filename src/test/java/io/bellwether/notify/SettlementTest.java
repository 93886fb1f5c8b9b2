package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1));

    @Test
    void whatWasTakenIsDelivered() {
        Settlement settlement = settle(new Delivery.Delivered("HTTP 200: ok"), 1, false);

        assertThat(settlement.end()).isEqualTo(Settlement.End.TAKEN);
        assertThat(settlement.channelBroken()).isNull();
    }

    @Test
    void aTransientFailureWaitsForNoLongerThanTheBackoffAndPausesNobodyElse() {
        Settlement settlement = settle(Delivery.RetryLater.soon("HTTP 500"), 3, false);

        assertThat(settlement.end()).isEqualTo(Settlement.End.NOT_TAKEN);
        assertThat(settlement.delay()).isLessThanOrEqualTo(Duration.ofSeconds(4));
        assertThat(settlement.channelPause()).isZero();
    }

    @Test
    void throttlingPausesTheWholeChannelForAtLeastAsLongAsAsked() {
        Settlement settlement = settle(Delivery.RetryLater.throttled(Duration.ofSeconds(90), "HTTP 429"), 1, false);

        assertThat(settlement.end()).isEqualTo(Settlement.End.NOT_TAKEN);
        assertThat(settlement.delay()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settlement.channelPause()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aRefusedMessageIsGivenUpWithoutBlamingTheChannel() {
        Settlement settlement = settle(new Delivery.Rejected("HTTP 400", false), 1, false);

        assertThat(settlement.end()).isEqualTo(Settlement.End.REFUSED);
        assertThat(settlement.channelBroken()).isNull();
    }

    @Test
    void aRefusedChannelIsMarkedBroken() {
        Settlement settlement = settle(new Delivery.Rejected("HTTP 410", true), 1, false);

        assertThat(settlement.end()).isEqualTo(Settlement.End.REFUSED);
        assertThat(settlement.channelBroken()).isEqualTo("HTTP 410");
    }

    @Test
    void doubtIsTriedOnceMoreAndFlagged() {
        Settlement first = settle(new Delivery.Ambiguous("reset"), 1, false);
        Settlement second = settle(new Delivery.Ambiguous("reset"), 2, first.possibleDuplicate());

        assertThat(first.end()).isEqualTo(Settlement.End.IN_DOUBT);
        assertThat(first.possibleDuplicate()).isTrue();
        assertThat(first.delay()).isEqualTo(Duration.ofSeconds(32));
        assertThat(second.end()).isEqualTo(Settlement.End.GIVEN_UP_IN_DOUBT);
        assertThat(second.reason()).contains("may have arrived");
    }

    @Test
    void whatMayHaveArrivedIsNeverMergedIntoAnotherMessage() {
        assertThat(settle(Delivery.RetryLater.soon("HTTP 500"), 2, true).end()).isEqualTo(Settlement.End.IN_DOUBT);
        assertThat(settle(Delivery.RetryLater.soon("HTTP 500"), Claims.MOST_ATTEMPTS, true)
                        .end())
                .isEqualTo(Settlement.End.GIVEN_UP_IN_DOUBT);
    }

    @Test
    void theFlagOfAPossibleDuplicateStays() {
        assertThat(settle(new Delivery.Delivered("ok"), 2, true).possibleDuplicate())
                .isTrue();
        assertThat(settle(Delivery.RetryLater.soon("HTTP 500"), 2, true).possibleDuplicate())
                .isTrue();
    }

    private static Settlement settle(Delivery delivery, int attempts, boolean possibleDuplicate) {
        return Settlement.of(delivery, attempts, possibleDuplicate, BACKOFF, new Random(1));
    }
}
