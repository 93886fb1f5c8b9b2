package io.bellwether.app.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Slack and a mail server of the demo's own: they take every message and show it. */
final class Sinks implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 1 << 20;

    private final Clock clock;
    private final HttpServer slack;
    private final GreenMail mail;
    private final List<SentMessage> slackMessages = new CopyOnWriteArrayList<>();

    Sinks(int slackPort, int smtpPort, Clock clock) throws IOException {
        this.clock = clock;
        this.slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), slackPort), 16);
        slack.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        slack.createContext("/services/", this::post);
        slack.start();
        this.mail = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        mail.start();
    }

    private void post(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readNBytes(LARGEST_MESSAGE), StandardCharsets.UTF_8);
        slackMessages.add(new SentMessage(0, clock.instant(), "slack", "#vendors", "", body, null));
        SimulatedSite.answer(exchange, 200, "ok");
    }

    /** All messages, oldest first. */
    List<SentMessage> messages() {
        List<SentMessage> sorted = Stream.concat(
                        slackMessages.stream(),
                        Arrays.stream(mail.getReceivedMessages()).map(Sinks::message))
                .sorted(Comparator.comparing(SentMessage::at))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> numbered(sorted.get(i), i + 1))
                .toList();
    }

    private static SentMessage numbered(SentMessage message, int number) {
        return new SentMessage(
                number,
                message.at(),
                message.channel(),
                message.receiver(),
                message.subject(),
                message.body(),
                message.html());
    }

    private static SentMessage message(MimeMessage mail) {
        try {
            List<String> plain = new ArrayList<>();
            List<String> html = new ArrayList<>();
            collect(mail.getContent(), mail.getContentType(), plain, html);
            String receivers =
                    Arrays.stream(mail.getAllRecipients()).map(String::valueOf).collect(Collectors.joining(", "));
            Instant at = mail.getReceivedDate() == null
                    ? mail.getSentDate().toInstant()
                    : mail.getReceivedDate().toInstant();
            return new SentMessage(0, at, "email", receivers, mail.getSubject(), String.join("\n", plain), first(html));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail that the demo itself received is not readable", e);
        }
    }

    private static void collect(Object content, String type, List<String> plain, List<String> html)
            throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                collect(part.getContent(), part.getContentType(), plain, html);
            }
            return;
        }
        (type.startsWith("text/html") ? html : plain).add(String.valueOf(content));
    }

    private static @Nullable String first(List<String> parts) {
        return parts.isEmpty() ? null : parts.getFirst();
    }

    @Override
    public void close() {
        slack.stop(0);
        mail.stop();
    }
}
