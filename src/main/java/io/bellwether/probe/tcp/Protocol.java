package io.bellwether.probe.tcp;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Fault;
import io.bellwether.probe.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Protocols that begin in the clear and go on encrypted, and how they agree to do so. */
enum Protocol {
    /** RFC 3207. */
    SMTP,
    /** RFC 9051, 6.2.1. */
    IMAP,
    /** RFC 2595, 4. */
    POP3,
    /** RFC 4217, 4. */
    FTP,
    /** PostgreSQL's message flow, SSL session encryption. */
    POSTGRESQL,
    /** RFC 4511, 4.14. */
    LDAP,
    /** RFC 6120, 5.4. */
    XMPP;

    private static final String LINE = "\\n";

    /** The last line of a reply of one or more lines that begin with its code (RFC 5321, 4.2.1). */
    private static final String REPLY = "(?dm)^[0-9]{3}(?:[ \\r].*)?\\n";

    private static final String TURN = "STARTTLS";

    /**
     * @param answer where a complete answer ends, whatever it says
     * @param consent what must be found in it
     */
    private record Turn(String send, String answer, String consent) {}

    /** @throws IOException when the other side does not agree */
    void begin(Dialogue dialogue, String host, String peer) throws IOException {
        if (this == LDAP) {
            LdapStart.agree(dialogue, peer, TURN);
        }
        for (Turn turn : turns(host)) {
            if (!turn.send().isEmpty()) {
                dialogue.send(turn.send().getBytes(StandardCharsets.ISO_8859_1));
            }
            String answer = dialogue.await(turn.answer(), TURN);
            if (!Pattern.compile(turn.consent()).matcher(answer).find()) {
                throw Fault.theirs(
                        Cause.TLS_FAILED,
                        peer + " does not begin TLS but answers '" + Printable.start(answer.strip(), 100) + "'.");
            }
        }
        dialogue.secure();
    }

    private List<Turn> turns(String host) {
        return switch (this) {
            case SMTP ->
                List.of(
                        new Turn("", REPLY, "(?m)^220"),
                        new Turn("EHLO bellwether.invalid\r\n", REPLY, "(?m)^250"),
                        new Turn("STARTTLS\r\n", REPLY, "(?m)^220"));
            case IMAP ->
                List.of(
                        new Turn("", LINE, "(?i)^\\* OK"),
                        new Turn("a1 STARTTLS\r\n", "(?dm)^a1 .*\\n", "(?im)^a1 OK"));
            case POP3 -> List.of(new Turn("", LINE, "^\\+OK"), new Turn("STLS\r\n", LINE, "^\\+OK"));
            case FTP -> List.of(new Turn("", REPLY, "(?m)^220"), new Turn("AUTH TLS\r\n", REPLY, "(?m)^234"));
            case POSTGRESQL -> List.of(new Turn("\0\0\0\b\u0004\u00d2\u0016/", "(?s).", "S"));
            case LDAP -> List.of();
            case XMPP ->
                List.of(
                        new Turn(
                                "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'"
                                        + " to='" + host + "' version='1.0'>",
                                "</stream:features>|<stream:features\\s*/>|</stream:stream>",
                                "urn:ietf:params:xml:ns:xmpp-tls"),
                        new Turn(
                                "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>",
                                "<(?:proceed|failure)[^>]*>",
                                "<proceed"));
        };
    }
}
