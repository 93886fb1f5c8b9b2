package io.bellwether.notify.slack;

import io.bellwether.notify.Answers;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.HttpReply.Answer;
import java.util.Map;
import java.util.Set;

/** What came of a call of the Web API. */
sealed interface ApiAnswer {

    /** @param content the answer's JSON object */
    record Done(String told, Map<String, Object> content) implements ApiAnswer {

        /** Empty when it is missing. */
        String text(String name) {
            return content.get(name) instanceof String text ? text : "";
        }
    }

    /** @param error Slack's word for it; empty when Slack did not say one */
    record Failed(String error, Delivery delivery) implements ApiAnswer {

        boolean badPayload() {
            return SlackAnswer.BAD_PAYLOAD.contains(error);
        }

        /** Whether the message that it was about is no more, or cannot be changed any more. */
        boolean messageGone() {
            return MESSAGE_GONE.contains(error);
        }
    }

    Set<String> MESSAGE_GONE =
            Set.of("message_not_found", "thread_not_found", "cant_update_message", "edit_window_closed");

    Set<String> THROTTLED = Set.of("ratelimited", "rate_limited");
    Set<String> PASSING = Set.of("service_unavailable", "request_timeout", "team_added_to_org");
    /** Slack says of these that a part may have been done all the same. */
    Set<String> IN_DOUBT = Set.of("internal_error", "fatal_error");

    /** @param content of the body; empty when that is no JSON object */
    static ApiAnswer of(Answer answer, Map<String, Object> content) {
        if (Boolean.TRUE.equals(content.get("ok"))) {
            return new Done(answer.told(), content);
        }
        String error = content.get("error") instanceof String word ? word : "";
        return new Failed(error, judge(answer, error));
    }

    private static Delivery judge(Answer answer, String error) {
        if (answer.status() == 429 || THROTTLED.contains(error)) {
            return Delivery.RetryLater.throttled(answer.retryAfter(), answer.told());
        }
        if (PASSING.contains(error)) {
            return new Delivery.RetryLater(answer.retryAfter(), answer.told(), false);
        }
        if (IN_DOUBT.contains(error)) {
            return new Delivery.Ambiguous(answer.told());
        }
        if (!error.isEmpty()) {
            return new Delivery.Rejected(
                    answer.told(), !SlackAnswer.BAD_PAYLOAD.contains(error) && !MESSAGE_GONE.contains(error));
        }
        return answer.success()
                ? Delivery.RetryLater.soon("Something else answered instead of Slack: " + answer.told())
                : Answers.judge(answer);
    }
}
