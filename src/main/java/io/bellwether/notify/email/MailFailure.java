package io.bellwether.notify.email;

import io.bellwether.notify.Delivery;
import io.bellwether.notify.OneLine;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;

/** What a failed mail means (RFC 5321, 4.2.1): 4xx may work later, 5xx never will. */
final class MailFailure {

    private static final int LONGEST = 200;

    private final String server;

    /** @param server host and port, for people */
    MailFailure(String server) {
        this.server = server;
    }

    /** @param reachable whether the server accepts connections now */
    Delivery judge(Throwable failure, boolean reachable) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                return refused(refusal);
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return unreachable();
            }
        }
        if (!reachable) {
            return unreachable();
        }
        return new Delivery.Ambiguous("The mail server " + server + " broke off: " + words(failure));
    }

    private Delivery unreachable() {
        return Delivery.RetryLater.soon(
                "No mail server at " + server + "; QUARKUS_MAILER_HOST and QUARKUS_MAILER_PORT say where it is.");
    }

    private static Delivery refused(SMTPException refusal) {
        int code = refusal.getReplyCode();
        String why = "SMTP " + OneLine.of(refusal.getReplyMessage(), LONGEST);
        if (code == 421) {
            return Delivery.RetryLater.throttled(Duration.ZERO, why);
        }
        if (refusal.isTransient()) {
            return Delivery.RetryLater.soon(why);
        }
        boolean signInRefused = code == 530 || code == 534 || code == 535 || code == 538;
        return new Delivery.Rejected(why, signInRefused);
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return OneLine.of(message == null ? failure.getClass().getSimpleName() : message, LONGEST);
    }
}
