package io.bellwether.probe.filings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a report says of substantial doubt about the company's ability to continue as a going concern. Companies write of such
 * doubt where there is none: as what could come, as what they are required to judge, as what is not there. Where it is not
 * plain that the doubt is there, nothing is said; where the report says that it is alleviated, that counts.
 */
final class GoingConcern {

    /** What it says, and the sentence that says it. */
    record Doubt(boolean alleviated, String sentence) {}

    private static final String DOUBT = "substantial doubt";
    private static final String CONCERN = "going concern";
    private static final int NEAR = 400;
    private static final int MOST_PLACES = 300;
    private static final int LONGEST_EVIDENCE = 500;

    /** Anywhere in its sentence: who has to judge, and by which rules. What was concluded of it counts all the same. */
    private static final List<String> TEACHING = List.of(
            "whether",
            "evaluat",
            "assess",
            "responsib",
            "required to",
            "standard requires",
            "requires management",
            "guidance",
            "accounting standard",
            "no assurance");

    private static final List<String> CONCLUDED = List.of("concluded that", "determined that", "concludes that");

    /** Before the doubt: that it may come. May is a month too. */
    private static final List<String> MODAL = List.of(
            " could ",
            " may ",
            " might ",
            " would ",
            " if ",
            " If ",
            " in the event",
            " In the event",
            " unless ",
            " Unless ",
            " should ",
            " risk that");

    private static final List<String> DENIED = List.of(
            "no substantial doubt",
            "not raise substantial",
            "not raise any",
            "not cast substantial",
            "not have substantial doubt",
            "not any substantial doubt",
            "without substantial doubt",
            "doubt does not exist",
            "doubt did not exist",
            "no conditions",
            "no events",
            "not identified");
    private static final List<String> OVER =
            List.of("alleviates", "alleviated", "no longer exist", "no longer raise", "has been resolved");
    private static final List<String> NOT_OVER = List.of(
            "not alleviate",
            "not been alleviated",
            "not been fully alleviated",
            "not fully alleviate",
            "not be alleviated",
            "not yet",
            "not sufficient",
            "cannot",
            "unable to",
            "until ");

    private GoingConcern() {}

    /** @param text of a report, as {@link DocumentText} gives it; empty where it says nothing of such doubt, or nothing that is plain */
    static Optional<Doubt> in(String text) {
        List<Doubt> doubts = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        int place = lower.indexOf(DOUBT);
        for (int seen = 0; place >= 0 && seen < MOST_PLACES; seen++) {
            if (isNear(lower, place)) {
                said(Sentences.around(text, place)).ifPresent(doubts::add);
            }
            place = lower.indexOf(DOUBT, place + DOUBT.length());
        }
        return Stream.concat(
                        doubts.stream().filter(Doubt::alleviated),
                        doubts.stream().filter(doubt -> !doubt.alleviated()))
                .findFirst();
    }

    private static boolean isNear(String lower, int place) {
        return lower.substring(Math.max(0, place - NEAR), Math.min(lower.length(), place + NEAR))
                .contains(CONCERN);
    }

    private static Optional<Doubt> said(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        int place = lower.indexOf(DOUBT);
        boolean taught = has(lower, TEACHING) && !has(lower, CONCLUDED);
        if (place < 0 || taught || has(" " + sentence.substring(0, place), MODAL) || has(lower, DENIED)) {
            return Optional.empty();
        }
        boolean over = has(lower, OVER) && !has(lower, NOT_OVER);
        return Optional.of(new Doubt(over, cut(sentence)));
    }

    private static boolean has(String text, List<String> words) {
        return words.stream().anyMatch(text::contains);
    }

    private static String cut(String sentence) {
        String line = sentence.replace('\n', ' ');
        return line.length() <= LONGEST_EVIDENCE ? line : line.substring(0, LONGEST_EVIDENCE);
    }
}
