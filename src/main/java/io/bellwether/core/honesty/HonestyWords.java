package io.bellwether.core.honesty;

import io.bellwether.core.Voices;
import io.bellwether.core.score.Phrases;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How honest a status page was, in a sentence for each reader. */
public final class HonestyWords {

    private HonestyWords() {}

    public static Voices of(Honesty honesty) {
        HonestyGrade grade = honesty.grade();
        return switch (grade.ungraded()) {
            case null -> graded(honesty, grade);
            case NO_PAGE ->
                new Voices("No statuspage probe reads its status page.", "We do not read what it says about itself.");
            case NOTHING_TO_ADMIT ->
                new Voices(
                        "No outage of more than five minutes was measured: nothing to admit.",
                        "There was no interruption that it should have told of.");
            case PAGE_UNKNOWN ->
                new Voices(
                        "The status page could not be read during the outages that were measured.",
                        "We could not read its status page when it did not work, so we cannot tell.");
        };
    }

    private static Voices graded(Honesty honesty, HonestyGrade grade) {
        List<AnsweredOutage> judged = honesty.judged();
        long never =
                judged.stream().filter(outage -> outage.admittedAt() == null).count();
        Duration told = Honesty.sum(judged, AnsweredOutage::admitted);
        long admitted = minutes(told);
        String down = Phrases.count(minutes(told.plus(Honesty.sum(judged, AnsweredOutage::unadmitted))), "minute");
        return new Voices(
                "Grade %s (%s, %d of 100): the status page admitted %d of %s down in %s%s; %d never admitted."
                        .formatted(
                                grade.grade(),
                                HonestyGrade.METHOD,
                                grade.score(),
                                admitted,
                                down,
                                Phrases.count(judged.size(), "judged outage"),
                                delay("; median delay %s, longest %s", honesty.medianDelay(), honesty.longestDelay()),
                                never),
                "When it did not work, its own status page said so for %d of %s%s. It kept quiet about %d of %s."
                        .formatted(
                                admitted,
                                down,
                                delay(", first after %s as a rule", honesty.medianDelay(), honesty.longestDelay()),
                                never,
                                Phrases.count(judged.size(), "interruption")));
    }

    private static String delay(String words, @Nullable Duration median, @Nullable Duration longest) {
        return median == null || longest == null
                ? ""
                : words.formatted(Phrases.count(minutes(median), "minute"), Phrases.count(minutes(longest), "minute"));
    }

    private static long minutes(Duration duration) {
        return Math.round(duration.toSeconds() / 60.0);
    }
}
