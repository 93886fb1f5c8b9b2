package io.bellwether.probe.tcp;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** LDAP's extended operation that begins TLS (RFC 4511, 4.14), in as much BER as it needs. */
final class LdapStart {

    private static final String REQUEST = "0\u001d\u0002\u0001\u0001w\u0018\u0080\u00161.3.6.1.4.1.1466.20037";

    /** Message 1, an extended response of a length in up to five octets, the enumerated result 0. */
    private static final Pattern SUCCESS = Pattern.compile("(?s)^\\x02\\x01\\x01x.{1,5}?\\x0a\\x01\\x00");

    private static final int LONG_FORM = 0x80;
    private static final int MOST_OCTETS = 4;

    private LdapStart() {}

    static void agree(Dialogue dialogue, String peer, String turn) throws IOException {
        dialogue.send(REQUEST.getBytes(StandardCharsets.ISO_8859_1));
        String head = take(dialogue, 2, turn);
        int length = head.charAt(1);
        if ((length & LONG_FORM) != 0) {
            String octets = take(dialogue, Math.min(length - LONG_FORM, MOST_OCTETS), turn);
            length = octets.chars().reduce(0, (high, low) -> (high << Byte.SIZE) | low);
        }
        boolean message = head.charAt(0) == '0' && length > 0 && length < 1_000;
        if (!message || !SUCCESS.matcher(take(dialogue, length, turn)).find()) {
            throw Fault.theirs(Cause.TLS_FAILED, peer + " does not begin TLS when LDAP asks it to.");
        }
    }

    private static String take(Dialogue dialogue, int length, String turn) throws IOException {
        return dialogue.await("(?s)^.{" + length + "}", turn);
    }
}
