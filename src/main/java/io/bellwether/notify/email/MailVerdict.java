package io.bellwether.notify.email;

import io.bellwether.core.language.PlainText;
import io.bellwether.notify.Delivery;
import java.time.Duration;
import java.util.Set;

/** What the end of a transaction means for the message: 4xx may work later, 5xx never will (RFC 5321, 4.2.1). */
final class MailVerdict {

    private static final int LONGEST = 200;
    /** The server takes nothing now, from anybody. */
    private static final Set<Integer> THROTTLED = Set.of(421, 450, 451, 452);
    /** The server does not believe who we are. */
    private static final Set<Integer> SIGN_IN_REFUSED = Set.of(530, 534, 535, 538);

    private MailVerdict() {}

    /** @param alone whether the channel leads to this recipient only, so that without him it is of no use */
    static Delivery of(Transaction end, boolean alone) {
        return switch (end) {
            case Transaction.Taken(String reply) -> new Delivery.Delivered(told(reply));
            case Transaction.Refused refused -> refused(refused, alone);
            case Transaction.Lost lost -> lost(lost.step(), PlainText.line(lost.why(), LONGEST));
            case Transaction.Unfit(String why) -> new Delivery.Rejected(PlainText.line(why, LONGEST), true);
        };
    }

    private static Delivery lost(Step step, String why) {
        return step == Step.HANDED_OVER ? new Delivery.Ambiguous(why) : Delivery.RetryLater.soon(why);
    }

    private static Delivery refused(Transaction.Refused refused, boolean alone) {
        String why = told(refused.reply());
        if (THROTTLED.contains(refused.code()) && !refused.recipientBusy()) {
            return Delivery.RetryLater.throttled(Duration.ZERO, why);
        }
        if (refused.code() < 500) {
            return Delivery.RetryLater.soon(why);
        }
        if (refused.recipientGone()) {
            return new Delivery.Rejected(why, alone);
        }
        boolean nobodyMay = refused.step().compareTo(Step.SENDER) <= 0
                || refused.status().startsWith("5.7.")
                || refused.status().startsWith("5.1.")
                || SIGN_IN_REFUSED.contains(refused.code());
        return new Delivery.Rejected(why, nobodyMay);
    }

    private static String told(String reply) {
        return "SMTP " + PlainText.line(reply, LONGEST);
    }
}
