package io.bellwether.notify.email;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an SMTP transaction with one recipient ended. */
sealed interface Transaction {

    /** @param reply the server's last word, which mostly names its queue id */
    record Taken(String reply) implements Transaction {}

    /**
     * The server said no.
     *
     * @param code 400 to 599 (RFC 5321, 4.2)
     * @param reply whole, the code included
     */
    record Refused(Step step, int code, String reply) implements Transaction {

        private static final Pattern ENHANCED = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
        private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553);
        private static final int MAILBOX_UNAVAILABLE = 450;
        /** Of 4.1.x and 5.1.x only these are about the sender. */
        private static final Set<String> ABOUT_THE_SENDER = Set.of("4.1.7", "4.1.8", "5.1.7", "5.1.8");

        /** The enhanced status code (RFC 3463); of a reply without one what its code says, for example {@code 5.0.0}. */
        String status() {
            Matcher enhanced = ENHANCED.matcher(reply);
            return enhanced.find() ? enhanced.group(1) : code / 100 + ".0.0";
        }

        /** Whether there is no such mailbox. */
        boolean recipientGone() {
            String status = status();
            if (status.startsWith("5.1.")) {
                return !ABOUT_THE_SENDER.contains(status);
            }
            return step == Step.RECIPIENT && status.equals("5.0.0") && NO_SUCH_MAILBOX.contains(code);
        }

        /** Whether it is this mailbox that takes nothing now, such as a full one: 4.1.x and 4.2.x (RFC 3463), or a bare 450. */
        boolean recipientBusy() {
            String status = status();
            if (status.startsWith("4.1.")) {
                return !ABOUT_THE_SENDER.contains(status);
            }
            boolean bare = step == Step.RECIPIENT && status.equals("4.0.0") && code == MAILBOX_UNAVAILABLE;
            return bare || status.startsWith("4.2.");
        }

        /** Whether a mail in another form may be taken (5.6.x, media). */
        boolean formRefused() {
            return status().startsWith("5.6.");
        }
    }

    /** The connection failed; {@code step} says how far it had come. */
    record Lost(Step step, String why) implements Transaction {}

    /** The server cannot be used the way the settings say. */
    record Unfit(String why) implements Transaction {}
}
