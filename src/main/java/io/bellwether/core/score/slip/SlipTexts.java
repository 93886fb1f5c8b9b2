package io.bellwether.core.score.slip;

import io.bellwether.core.Voices;
import io.bellwether.core.score.Phrases;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A slip in words. */
final class SlipTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private SlipTexts() {}

    static Voices gradual(LocalDate since, Baseline usual, double level, int floor, @Nullable Crossing crossing) {
        String it = "CUSUM of weekly medians over its threshold of " + number(usual.threshold())
                + ", its run since the week of " + since + ": median " + number(level) + " against a baseline of "
                + number(usual.usual()) + " (" + Phrases.count(usual.weeks(), "week") + ", spread "
                + number(usual.spread()) + ", autocorrelation " + number(usual.autocorrelation()) + ").";
        String marketing = worse(since, usual.usual(), level);
        return crossing == null ? new Voices(it, marketing) : projected(it, marketing, floor, crossing);
    }

    static Voices sudden(LocalDate since, int days, double usual, double margin, double level) {
        String it = Phrases.count(days, "day") + " in a row since " + since + " at least " + number(margin)
                + " points below the median of the weeks before, " + number(usual) + ": median " + number(level) + ".";
        return new Voices(it, worse(since, usual, level));
    }

    private static String worse(LocalDate since, double usual, double level) {
        return "It has been doing worse since " + DAY.format(since) + ": " + number(level)
                + " points of 100 instead of " + number(usual) + ".";
    }

    private static Voices projected(String it, String marketing, int floor, Crossing crossing) {
        LocalDate to = crossing.to();
        return new Voices(
                it + " Its slope (Theil-Sen) reaches " + floor + " on " + crossing.date() + ", 90 % interval "
                        + crossing.from() + " to " + (to == null ? "more than two years from now" : to.toString())
                        + ".",
                marketing + " If it goes on like this, it is no longer good enough for us (below " + floor
                        + ") around " + DAY.format(crossing.date()) + ", at the earliest on "
                        + DAY.format(crossing.from()) + ".");
    }

    /** With one decimal where there is something to tell by it. */
    private static String number(double value) {
        String text = Phrases.decimal(value, 1);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
