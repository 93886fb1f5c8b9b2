package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.alert.voice.Headlines;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.language.PlainText;
import io.bellwether.platform.Ids;
import io.bellwether.platform.PublicUrl;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words what is told of a transition. What it writes is stored, so a retry says the same again. */
@Singleton
final class Composer {

    private static final int LONGEST_SUBJECT = 160;
    private static final int LONGEST_TEXT = 6_000;

    private final PublicUrl publicUrl;
    private final Clock clock;

    Composer(PublicUrl publicUrl, Clock clock) {
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    Telling compose(AlertTransition transition, Vendor vendor) {
        return compose(transition, Happening.valueOf(transition.kind()), vendor.name(), vendor.slug());
    }

    /** A message as it would be about a vendor of this name. */
    Message example(AlertTransition transition, Happening happening, String vendorName, Audience audience) {
        Telling telling = compose(transition, happening, vendorName, "example");
        return new Message(Ids.next(), audience, Receiver.UTC, "example", List.of(telling), 0, false);
    }

    private Telling compose(AlertTransition transition, Happening happening, String vendorName, String slug) {
        String subject = PlainText.line(vendorName + ": " + Headlines.of(transition.rule()), LONGEST_SUBJECT);
        return new Telling(
                transition.episodeId(),
                transition.transition(),
                happening,
                transition.severity(),
                PlainText.line(vendorName, LONGEST_SUBJECT),
                slug,
                transition.rule(),
                title(happening, transition, subject),
                text(transition),
                Trimmed.facts(transition.facts()),
                publicUrl.page("/alerts/" + transition.episodeId()),
                transition.at(),
                true);
    }

    /** A message that tries a channel. */
    Message test(Audience audience) {
        Voices text = new Voices(
                "This is a test of this channel. Bellwether can reach you here.",
                "This is only a test: messages about your vendors will arrive here.");
        Telling telling = new Telling(
                Ids.next(),
                0,
                Happening.FIRING,
                Severity.INFO,
                "Bellwether",
                "bellwether",
                "test",
                "this channel works",
                text,
                Map.of(),
                publicUrl.page("/"),
                clock.instant(),
                true);
        return new Message(Ids.next(), audience, Receiver.UTC, "test", List.of(telling), 0, true);
    }

    private static String title(Happening happening, AlertTransition transition, String subject) {
        return switch (happening) {
            case FIRING, DIGEST -> subject;
            case SEVERITY_CHANGED -> subject + ", now " + spoken(transition.severity());
            case REMINDER -> "Still: " + subject;
            case UNSTABLE -> "Unstable: " + subject;
            case STEADY -> "No longer in between: " + subject;
            case RESOLVED -> "Resolved: " + subject;
            case PASSED -> "Over again: " + subject;
        };
    }

    private static Voices text(AlertTransition transition) {
        return new Voices(
                PlainText.of(transition.text().it(), LONGEST_TEXT),
                PlainText.of(transition.text().marketing(), LONGEST_TEXT));
    }

    private static String spoken(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
