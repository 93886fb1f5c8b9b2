package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.notify.Delivery;
import io.bellwether.notify.DeliveryOutcome;
import io.bellwether.notify.HttpReply.Answer;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackAnswerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | ok                                   | DELIVERED   | false",
                "200 | ''                                   | DELIVERED   | false",
                "200 | {\"ok\":true}                        | DELIVERED   | false",
                "200 | {\"ok\": false,\"error\":\"no_hook\"} | REJECTED    | true",
                "200 | {\"ok\":false,\"error\":\"ratelimited\"} | THROTTLED | false",
                "200 | <html>Please sign in</html>          | RETRY_LATER | false",
                "400 | invalid_payload                      | REJECTED    | false",
                "400 | no_active_hooks                      | REJECTED    | true",
                "400 | invalid_token                        | REJECTED    | true",
                "403 | action_prohibited                    | REJECTED    | true",
                "404 | no_service                           | REJECTED    | true",
                "410 | channel_is_archived                  | REJECTED    | true",
                "429 | rate_limited                         | THROTTLED   | false",
                "500 | rollup_error                         | RETRY_LATER | false",
            })
    void everyAnswerHasItsMeaning(int status, String body, DeliveryOutcome outcome, boolean channelBroken) {
        Delivery delivery = SlackAnswer.judge(new Answer(status, body, body, Duration.ZERO));

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(outcome);
        if (delivery instanceof Delivery.Rejected rejected) {
            assertThat(rejected.channelBroken()).isEqualTo(channelBroken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_payload, true",
        "400, msg_blocks_too_long, true",
        "400, user_not_found, false",
        "500, invalid_payload, false",
        "200, ok, false",
    })
    void onlyWhatIsWrongWithTheBlocksIsWorthPlainText(int status, String body, boolean plain) {
        assertThat(SlackAnswer.badPayload(new Answer(status, body, body, Duration.ZERO)))
                .isEqualTo(plain);
    }
}
