package io.bellwether.probe.tcp;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Conversation;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Fault;
import io.bellwether.probe.Printable;
import io.bellwether.probe.TextPattern;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends, and waits for what matches. What comes in is looked at as bytes: each is one character of ISO 8859-1. */
final class Dialogue {

    /** Nobody says that much in one turn. */
    private static final int MOST_UNREAD = 64 * 1024;

    private static final int LONGEST_BANNER = 300;
    private static final int LONGEST_QUOTE = 100;

    private final Conversation conversation;
    private final String peer;
    private final Deadline deadline;
    private final byte[] chunk = new byte[8 * 1024];
    private final StringBuilder unread = new StringBuilder();
    private String banner = "";

    Dialogue(Conversation conversation, String peer, Deadline deadline) {
        this.conversation = conversation;
        this.peer = peer;
        this.deadline = deadline;
    }

    void send(byte[] bytes) throws IOException {
        conversation.send(bytes);
    }

    /**
     * Waits until a regular expression is found in what has come in, and takes everything up to its end.
     *
     * @param turn who waits, for the sentence that is due when nothing matches
     */
    String await(String pattern, String turn) throws IOException {
        TextPattern wanted = new TextPattern(bytewise(pattern));
        if (unread.isEmpty()) {
            receive(turn);
        }
        while (true) {
            switch (wanted.in(unread.toString())) {
                case FOUND -> {
                    String taken = unread.substring(0, wanted.end());
                    unread.delete(0, wanted.end());
                    return taken;
                }
                case NOT_FOUND -> receive(turn);
                case TOO_COSTLY ->
                    throw Fault.ours(
                            Cause.INTERNAL,
                            "The pattern '" + pattern + "' takes too long on this answer; make it simpler.");
            }
        }
    }

    /** @throws Fault when something has come in that was not waited for; behind an encryption it would count as encrypted */
    void secure() throws IOException {
        if (!unread.isEmpty()) {
            throw Fault.theirs(
                    Cause.PROTOCOL_ERROR, peer + " sent " + quoted() + " in the clear where TLS should have begun.");
        }
        conversation.secure();
    }

    /** The first line that came in, as far as it was there when something was first looked for; empty when none did. */
    String banner() {
        return Printable.start(readable(banner), LONGEST_BANNER);
    }

    private void receive(String turn) throws IOException {
        int length = read(turn);
        if (length < 0 && unread.isEmpty()) {
            throw new EOFException();
        }
        if (length < 0) {
            throw unmet(Cause.BODY_MISMATCH, " and hung up, which is not what " + turn + " expects.");
        }
        unread.append(new String(chunk, 0, length, StandardCharsets.ISO_8859_1));
        if (banner.isEmpty()) {
            banner = unread.toString().strip().lines().findFirst().orElse("");
        }
        if (unread.length() > MOST_UNREAD) {
            throw unmet(Cause.BODY_MISMATCH, " and more, without what " + turn + " expects.");
        }
    }

    private int read(String turn) throws IOException {
        try {
            return conversation.in().read(chunk);
        } catch (IOException e) {
            boolean late = deadline.passed() || e instanceof SocketTimeoutException;
            if (!late || unread.isEmpty()) {
                throw e;
            }
            throw unmet(Cause.DEADLINE, " and not in time what " + turn + " expects.");
        }
    }

    private Fault unmet(Cause cause, String how) {
        return Fault.theirs(cause, peer + " sent " + quoted() + how);
    }

    private String quoted() {
        return "'" + Printable.start(readable(unread.toString()), LONGEST_QUOTE) + "'";
    }

    private static String readable(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Letters beyond ASCII become the bytes that they are in UTF-8. */
    private static String bytewise(String pattern) {
        return new String(pattern.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
