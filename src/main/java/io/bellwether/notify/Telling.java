package io.bellwether.notify;

import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.language.PlainText;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is told of one alert, worded when the alert changed; later changes of rules or owners do not touch it.
 *
 * @param episode the alert it is about
 * @param transition the number of the change within the episode
 * @param title one line, without vendor-controlled line breaks
 * @param link where people see the alert
 * @param news false when it only says again what is still so
 */
public record Telling(
        UUID episode,
        int transition,
        Happening happening,
        Severity severity,
        String vendorName,
        String vendorSlug,
        String rule,
        String title,
        Voices text,
        Map<String, Object> facts,
        URI link,
        Instant at,
        boolean news) {

    private static final int LONGEST_NAME = 120;

    /** This end of an alert together with its begin, for a receiver who could not be told of the begin. */
    Telling joinedWith(Telling begin) {
        Voices both = new Voices(joined(begin.text.it(), text.it()), joined(begin.text.marketing(), text.marketing()));
        return with(Happening.PASSED, "Over again: " + begin.title, both, news);
    }

    /** The same, with what it is told for at the beginning of its title. */
    Telling because(String cause) {
        return with(happening, cause + ". " + title, text, news);
    }

    /** The same, for a receiver who has been told already. */
    Telling again() {
        return with(happening, title, text, false);
    }

    /** The same, told by one channel because another is broken. */
    Telling insteadOf(String brokenChannel) {
        String why =
                "You get this because the channel '" + PlainText.line(brokenChannel, LONGEST_NAME) + "' is broken. ";
        return with(happening, title, new Voices(why + text.it(), why + text.marketing()), news);
    }

    private Telling with(Happening told, String line, Voices voices, boolean isNews) {
        return new Telling(
                episode,
                transition,
                told,
                severity,
                vendorName,
                vendorSlug,
                rule,
                line,
                voices,
                facts,
                link,
                at,
                isNews);
    }

    /** What stands behind its title among other alerts. */
    public String mark() {
        return news ? "" : " (still)";
    }

    Posting.Key key() {
        return new Posting.Key(episode, transition);
    }

    /** Whether it is the alert that this very channel is broken. */
    boolean tellsOfBroken(UUID channel) {
        return rule.equals(InternalRule.CHANNEL_BROKEN.ruleName())
                && channel.toString().equals(facts.get(InternalAlert.KEY));
    }

    private static String joined(String begin, String end) {
        return "You could not be reached when it began. Then: " + begin + "\nNow: " + end;
    }
}
