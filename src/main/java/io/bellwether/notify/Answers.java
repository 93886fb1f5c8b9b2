package io.bellwether.notify;

import io.bellwether.notify.HttpReply.Answer;

/** What an HTTP status means for a message, wherever the provider has no rules of its own. */
public final class Answers {

    private Answers() {}

    public static Delivery judge(Answer answer) {
        int status = answer.status();
        String told = answer.told();
        if (answer.success()) {
            return new Delivery.Delivered(told);
        }
        if (status == 429 || (status == 503 && answer.retryAfter().isPositive())) {
            return Delivery.RetryLater.throttled(answer.retryAfter(), told);
        }
        if (status >= 500 || status == 408 || status == 425) {
            return new Delivery.RetryLater(answer.retryAfter(), told, false);
        }
        if (status / 100 == 3) {
            return new Delivery.Rejected(told + " Redirects are not followed; enter the URL it leads to.", true);
        }
        boolean channelBroken = status == 401 || status == 403 || status == 404 || status == 405 || status == 410;
        return new Delivery.Rejected(told, channelBroken);
    }
}
