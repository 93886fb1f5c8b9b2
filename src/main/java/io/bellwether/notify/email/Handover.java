package io.bellwether.notify.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** A transport that knows how far it has come, for that decides what a broken connection means. */
final class Handover extends SMTPTransport {

    private final MailServer server;
    private Step step = Step.CONNECT;
    private @Nullable Refusal refusal;

    private record Refusal(int code, String reply) {}

    Handover(Session session, MailServer server) {
        super(session, null);
        this.server = server;
    }

    Step step() {
        return step;
    }

    /** What ended the transaction; empty when the server did not end it. */
    Optional<Transaction.Refused> refused() {
        if (refusal != null) {
            return Optional.of(new Transaction.Refused(step, refusal.code(), refusal.reply()));
        }
        int code = getLastReturnCode();
        return code < 400 ? Optional.empty() : Optional.of(new Transaction.Refused(step, code, lastWord()));
    }

    /** The server's last word; empty when the connection broke before it came. */
    String lastWord() {
        String response = getLastServerResponse();
        return response == null || getLastReturnCode() < 0 ? "" : response.strip();
    }

    @Override
    protected synchronized boolean protocolConnect(
            @Nullable String host, int port, @Nullable String user, @Nullable String password)
            throws MessagingException {
        return super.protocolConnect(server.host(), server.port(), server.user(), server.password());
    }

    /** With one recipient the first refusal is the end; what fails after it, such as tidying up, says nothing any more. */
    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        if (code >= 400 && refusal == null && step != Step.CONNECT) {
            refusal = new Refusal(code, lastWord());
        }
        return code;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        step = Step.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        step = Step.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        step = Step.CONTENT;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        step = Step.HANDED_OVER;
        super.finishData();
    }
}
