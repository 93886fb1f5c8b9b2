package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.notify.Delivery;
import io.bellwether.notify.DeliveryOutcome;
import io.bellwether.notify.HttpReply.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "200, ratelimited, THROTTLED, false",
        "429, ratelimited, THROTTLED, false",
        "429, '', THROTTLED, false",
        "200, service_unavailable, RETRY_LATER, false",
        "200, request_timeout, RETRY_LATER, false",
        "200, internal_error, AMBIGUOUS, false",
        "200, fatal_error, AMBIGUOUS, false",
        "200, invalid_blocks, REJECTED, false",
        "200, msg_blocks_too_long, REJECTED, false",
        "200, no_text, REJECTED, false",
        "200, thread_not_found, REJECTED, false",
        "200, not_authed, REJECTED, true",
        "200, invalid_auth, REJECTED, true",
        "200, token_revoked, REJECTED, true",
        "200, account_inactive, REJECTED, true",
        "200, channel_not_found, REJECTED, true",
        "200, not_in_channel, REJECTED, true",
        "200, is_archived, REJECTED, true",
        "200, missing_scope, REJECTED, true",
        "200, something_new, REJECTED, true",
        "200, '', RETRY_LATER, false",
        "502, '', RETRY_LATER, false",
        "403, '', REJECTED, true",
    })
    void everyErrorHasItsMeaning(int status, String error, DeliveryOutcome outcome, boolean channelBroken) {
        Delivery delivery = failed(status, error).delivery();

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(outcome);
        if (delivery instanceof Delivery.Rejected rejected) {
            assertThat(rejected.channelBroken()).isEqualTo(channelBroken);
        }
    }

    @Test
    void aThrottlingAnswerKeepsItsWait() {
        assertThat(failed(200, "ratelimited").delivery())
                .isEqualTo(Delivery.RetryLater.throttled(Duration.ofSeconds(30), "HTTP 200: ratelimited"));
    }

    @Test
    void onlyOkIsDone() {
        Answer answer = new Answer(200, "{}", "{}", Duration.ZERO);

        assertThat(ApiAnswer.of(answer, Map.of("ok", true, "ts", "1.2")))
                .isEqualTo(new ApiAnswer.Done("HTTP 200: {}", Map.of("ok", true, "ts", "1.2")));
        assertThat(ApiAnswer.of(answer, Map.of("ok", "true"))).isInstanceOf(ApiAnswer.Failed.class);
    }

    private static ApiAnswer.Failed failed(int status, String error) {
        Answer answer = new Answer(status, "", error, Duration.ofSeconds(status == 200 ? 30 : 0));
        Map<String, Object> content = error.isEmpty() ? Map.of() : Map.of("ok", false, "error", error);
        return (ApiAnswer.Failed) ApiAnswer.of(answer, content);
    }
}
