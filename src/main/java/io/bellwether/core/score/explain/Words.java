package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plain words for the business. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String of(Dimension dimension) {
        return switch (dimension) {
            case UPTIME -> "how reliably it works";
            case LATENCY -> "how quick it is";
            case SECURITY -> "how safe it is";
            case FINANCIAL -> "its money";
        };
    }

    static String of(Collection<Dimension> dimensions) {
        return dimensions.stream().map(Words::of).collect(Collectors.joining(" and "));
    }

    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** With a sign that does not break a line. */
    static String signed(int points) {
        if (points == 0) {
            return "0";
        }
        return points > 0 ? "+" + points : "\u2212" + -points;
    }

    static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
