package io.bellwether.notify.email;

import io.bellwether.core.Lens;
import io.bellwether.core.language.PlainText;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Letters;
import io.bellwether.notify.Message;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as the templates need it.
 *
 * @param tone the colour of its top: {@code critical}, {@code warning}, {@code info} or {@code over}
 * @param time when it happened, in the reader's time zone
 * @param unsubscribe where one can give up what one has subscribed to; null for a mail that nobody has subscribed to
 */
record Letter(
        String title,
        String status,
        String tone,
        String vendor,
        String time,
        List<Part> parts,
        URI link,
        String reference,
        @Nullable String unsubscribe,
        boolean test) {

    /**
     * The text in one voice.
     *
     * @param label for whom, empty when there is only one voice
     */
    record Part(String label, List<String> lines) {}

    private static final int LONGEST_SUBJECT = 180;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm z", Locale.ENGLISH);

    static Letter of(Message message) {
        return new Letter(
                subject(message),
                status(message),
                message.over() ? "over" : message.severity().name().toLowerCase(Locale.ROOT),
                message.lead().vendorName(),
                TIME.format(message.at().atZone(message.zone())),
                Stream.concat(
                                message.audience().lenses().stream().map(lens -> part(message, lens)),
                                others(message).stream())
                        .toList(),
                message.lead().link(),
                message.id().toString().substring(24),
                Letters.unsubscribe(message).orElse(null),
                message.test());
    }

    /** One line without control characters, so that no header can be smuggled in. */
    static String subject(Message message) {
        return PlainText.line(message.title(), LONGEST_SUBJECT);
    }

    private static String status(Message message) {
        if (message.lead().happening() == Happening.DIGEST) {
            return "DIGEST";
        }
        return message.over() ? "RESOLVED" : message.severity().name();
    }

    private static Part part(Message message, Lens lens) {
        return new Part(
                message.audience().caption(lens),
                message.lead().text().of(lens).lines().toList());
    }

    private static Optional<Part> others(Message message) {
        List<String> lines = new ArrayList<>(message.others().stream()
                .map(telling -> telling.title() + telling.mark())
                .toList());
        if (message.more() > 0) {
            lines.add("… and " + message.more() + " more");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Part("Also", lines));
    }
}
