package io.bellwether.notify.email;

import io.bellwether.notify.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A mail on the wire. Its ids follow from the message: a repeated mail is known as such, and an alert's mails hang together. */
final class Mime {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private Mime() {}

    /**
     * From whom to whom.
     *
     * @param returnTo where the mail goes back to when it cannot be delivered
     */
    record Envelope(InternetAddress from, String returnTo, InternetAddress to) {}

    /** @param html null for a mail of plain text */
    static MimeMessage of(
            Session session, Envelope envelope, Message message, Instant now, String text, @Nullable String html)
            throws MessagingException {
        String thread = "<" + message.lead().episode() + "@bellwether>";
        SMTPMessage mail = new WithId(session, "<" + message.id() + "@bellwether>");
        mail.setEnvelopeFrom(envelope.returnTo());
        mail.setReturnOption(SMTPMessage.RETURN_HDRS);
        mail.setFrom(envelope.from());
        mail.setRecipient(jakarta.mail.Message.RecipientType.TO, envelope.to());
        mail.setSubject(Letter.subject(message), UTF_8);
        mail.setSentDate(Date.from(now));
        mail.setHeader("In-Reply-To", thread);
        mail.setHeader("References", thread);
        mail.setHeader("Auto-Submitted", "auto-generated");
        for (Map.Entry<String, String> header : OneClick.headers(message).entrySet()) {
            mail.setHeader(header.getKey(), header.getValue());
        }
        if (html == null) {
            mail.setText(text, UTF_8);
        } else {
            mail.setContent(new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        }
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Keeps its id, where the library would make one up. */
    private static final class WithId extends SMTPMessage {

        private final String id;

        private WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
