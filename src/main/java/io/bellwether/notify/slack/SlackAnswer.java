package io.bellwether.notify.slack;

import io.bellwether.notify.Answers;
import io.bellwether.notify.Delivery;
import io.bellwether.notify.HttpReply.Answer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Slack means by its answers.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors">Handling
 *     errors</a>
 */
final class SlackAnswer {

    /** Webhooks and the Web API have the same words for it. */
    static final Set<String> BAD_PAYLOAD = Set.of(
            "invalid_payload",
            "invalid_blocks",
            "invalid_blocks_format",
            "invalid_attachments",
            "msg_blocks_too_long",
            "msg_too_long",
            "too_many_attachments",
            "no_text");
    /** Slack calls these a bad request, but no other request would be better. */
    private static final Set<String> NO_SUCH_HOOK =
            Set.of("no_active_hooks", "invalid_token", "user_not_found", "channel_not_found");

    private static final Pattern REFUSAL = Pattern.compile("\"ok\"\\s*:\\s*false");

    private SlackAnswer() {}

    /** Whether the blocks were not to Slack's liking, so that plain text may still go through. */
    static boolean badPayload(Answer answer) {
        return answer.status() == 400 && BAD_PAYLOAD.stream().anyMatch(answer.body()::contains);
    }

    /** A page of HTML with status 200 comes from something between us and Slack, such as a portal asking to sign in. */
    static Delivery judge(Answer answer) {
        if (answer.success() && answer.body().stripLeading().startsWith("<")) {
            return Delivery.RetryLater.soon("A web page answered instead of Slack: " + answer.told());
        }
        if (answer.success() && answer.body().contains("ratelimited")) {
            return Delivery.RetryLater.throttled(answer.retryAfter(), answer.told());
        }
        if (answer.success() && REFUSAL.matcher(answer.body()).find()) {
            return new Delivery.Rejected(answer.told(), true);
        }
        if (answer.status() == 400 && NO_SUCH_HOOK.stream().anyMatch(answer.body()::contains)) {
            return new Delivery.Rejected(answer.told(), true);
        }
        return Answers.judge(answer);
    }
}
