package io.bellwether.core.posture.mail;

import java.time.Instant;
import java.util.Locale;

/**
 * What is known of a message when its sender is checked.
 *
 * @param ip who sends it
 * @param sender the address it is returned to, empty for none
 * @param helo how the sending host has introduced itself
 * @param at when, for the words of an explanation
 */
public record SpfMessage(IpAddress ip, String sender, String helo, Instant at) {

    private static final String POSTMASTER = "postmaster";

    public SpfMessage {
        ip = ip.unmapped();
    }

    /** Whose record is asked for, in lower case. */
    String domain() {
        return senderDomain().toLowerCase(Locale.ROOT);
    }

    String localPart() {
        int at = sender.lastIndexOf('@');
        return at < 1 ? POSTMASTER : sender.substring(0, at);
    }

    String senderDomain() {
        return sender.isEmpty() ? helo : sender.substring(sender.lastIndexOf('@') + 1);
    }
}
