package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource({
        "200, DELIVERED, false",
        "202, DELIVERED, false",
        "204, DELIVERED, false",
        "302, REJECTED, true",
        "400, REJECTED, false",
        "401, REJECTED, true",
        "403, REJECTED, true",
        "404, REJECTED, true",
        "408, RETRY_LATER, false",
        "410, REJECTED, true",
        "413, REJECTED, false",
        "429, THROTTLED, false",
        "500, RETRY_LATER, false",
        "503, RETRY_LATER, false",
    })
    void everyStatusHasItsMeaning(int status, DeliveryOutcome outcome, boolean channelBroken) {
        Delivery delivery = Answers.judge(new HttpReply.Answer(status, "", "", Duration.ZERO));

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(outcome);
        if (delivery instanceof Delivery.Rejected rejected) {
            assertThat(rejected.channelBroken()).isEqualTo(channelBroken);
        }
    }

    @Test
    void anOverloadedServerThatNamesATimeThrottles() {
        Delivery delivery = Answers.judge(new HttpReply.Answer(503, "", "", Duration.ofSeconds(9)));

        assertThat(delivery).isEqualTo(Delivery.RetryLater.throttled(Duration.ofSeconds(9), "HTTP 503"));
    }
}
