package io.bellwether.notify;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * What one receiver is told, as it was when the alert changed; later changes of rules or owners do not touch it.
 *
 * @param id the intent's id; the idempotency key of every attempt
 * @param episode the alert it is about
 * @param transition the number of the change within the episode
 * @param title one line, without vendor-controlled line breaks
 * @param link where people see the alert
 * @param zone the reader's time zone
 * @param test whether a person asked for it to try the channel
 */
public record Message(
        UUID id,
        UUID episode,
        int transition,
        Happening happening,
        Severity severity,
        String vendorName,
        String vendorSlug,
        String rule,
        Audience audience,
        String title,
        Voices text,
        Map<String, Object> facts,
        URI link,
        Instant at,
        ZoneId zone,
        boolean test) {

    /** This end of an alert together with its begin, for a receiver who could not be told of the begin. */
    Message joinedWith(Message begin) {
        Voices both = new Voices(joined(begin.text.it(), text.it()), joined(begin.text.marketing(), text.marketing()));
        return new Message(
                id,
                episode,
                transition,
                Happening.PASSED,
                severity,
                vendorName,
                vendorSlug,
                rule,
                audience,
                "Over again: " + begin.title,
                both,
                facts,
                link,
                at,
                zone,
                test);
    }

    private static String joined(String begin, String end) {
        return "You could not be reached when it began. Then: " + begin + "\nNow: " + end;
    }
}
