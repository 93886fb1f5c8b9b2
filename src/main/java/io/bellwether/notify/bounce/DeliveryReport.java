package io.bellwether.notify.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads reports on the delivery of mail.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3464">RFC 3464</a>
 */
final class DeliveryReport {

    private static final int DEEPEST = 4;
    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final String UNKNOWN_FAILURE = "5.0.0";
    /** Where mail servers note to whom a mail was sent. */
    private static final List<String> ADDRESSES =
            List.of("To", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Original-Recipient");

    private DeliveryReport() {}

    /** @throws MessagingException when this is no mail */
    static Returned read(byte[] raw) throws MessagingException, IOException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        if (!mail.getAllHeaderLines().hasMoreElements()) {
            throw new MessagingException("it has no headers");
        }
        Optional<MimePart> report = report(mail, DEEPEST);
        if (report.isEmpty()) {
            return new Returned.Nothing(
                    isAutomatic(mail)
                            ? "An automatic reply says nothing about delivery."
                            : "This is no report on a delivery.");
        }
        return judge(addresses(mail), recipients(report.get()));
    }

    /** The first recipient of whom there is bad news; a mail of ours has only one. */
    private static Returned judge(String addresses, List<InternetHeaders> recipients) {
        return recipients.stream()
                .filter(recipient -> List.of("failed", "delayed").contains(action(recipient)))
                .findFirst()
                .<Returned>map(recipient -> failure(addresses, recipient))
                .orElseGet(() -> new Returned.Nothing("The report says that the mail was delivered or passed on."));
    }

    private static Returned.Failure failure(String addresses, InternetHeaders recipient) {
        String diagnostic = field(recipient, "Diagnostic-Code").replaceFirst("(?i)^\\s*smtp\\s*;\\s*", "");
        String status = Stream.of(field(recipient, "Status"), diagnostic)
                .map(STATUS::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse(UNKNOWN_FAILURE);
        boolean hard = action(recipient).equals("failed") && status.startsWith("5.");
        return new Returned.Failure(addresses, hard, status, diagnostic);
    }

    private static Optional<MimePart> report(MimePart part, int depth) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
            return Optional.of(part);
        }
        if (depth == 0 || !part.isMimeType("multipart/*")) {
            return Optional.empty();
        }
        MimeMultipart parts = new MimeMultipart(new MimePartDataSource(part));
        for (int index = 0; index < parts.getCount(); index++) {
            Optional<MimePart> found = report((MimePart) parts.getBodyPart(index), depth - 1);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The blocks behind the first, which is about the whole mail. */
    private static List<InternetHeaders> recipients(MimePart report) throws MessagingException, IOException {
        List<InternetHeaders> blocks = new ArrayList<>();
        try (InputStream fields = report.getInputStream()) {
            while (fields.available() > 0) {
                blocks.add(new InternetHeaders(fields));
            }
        }
        return blocks.stream()
                .filter(block -> block.getHeader("Action") != null)
                .toList();
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = Objects.requireNonNullElse(mail.getHeader("Auto-Submitted", " "), "no");
        String precedence = Objects.requireNonNullElse(mail.getHeader("Precedence", " "), "");
        String returnPath = Objects.requireNonNullElse(mail.getHeader("Return-Path", " "), "");
        return !submitted.strip().equalsIgnoreCase("no")
                || precedence.strip().toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply")
                || mail.getHeader("X-Autoreply") != null
                || returnPath.strip().equals("<>");
    }

    private static String addresses(MimeMessage mail) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String name : ADDRESSES) {
            String[] values = mail.getHeader(name);
            if (values != null) {
                found.addAll(Arrays.asList(values));
            }
        }
        return found.stream().collect(Collectors.joining(" "));
    }

    private static String action(InternetHeaders recipient) {
        return field(recipient, "Action").toLowerCase(Locale.ROOT);
    }

    private static String field(InternetHeaders recipient, String name) {
        String value = recipient.getHeader(name, " ");
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }
}
