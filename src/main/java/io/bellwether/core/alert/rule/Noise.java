package io.bellwether.core.alert.rule;

import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a rule would have asked of people.
 *
 * @param episodes how often it would have fired
 * @param brief how many of these were over before anybody could have looked, see {@link #BRIEF}
 * @param minutes for how long it would have fired, all together
 * @param warnings what speaks against using it as it is; empty when nothing does
 */
public record Noise(int episodes, int brief, long minutes, List<String> warnings) {

    public static final Duration BRIEF = Duration.ofMinutes(15);

    private static final double A_WEEK_EACH = 3;
    private static final int FEW = 4;
    private static final double HALF = 0.5;
    private static final double MUCH_OF_THE_TIME = 0.2;

    public Noise {
        warnings = List.copyOf(warnings);
    }

    /** @param subjects how many probes or vendors it would have watched */
    public static Noise of(List<Played> played, int subjects, Span period) {
        int brief = (int) played.stream().filter(one -> isBrief(one, period)).count();
        Duration fired = played.stream().map(one -> one.length(period.to())).reduce(Duration.ZERO, Duration::plus);
        return new Noise(
                played.size(), brief, fired.toMinutes(), warnings(played.size(), brief, fired, subjects, period));
    }

    private static boolean isBrief(Played episode, Span period) {
        return episode.resolvedAt() != null && episode.length(period.to()).compareTo(BRIEF) < 0;
    }

    private static List<String> warnings(int count, int brief, Duration fired, int subjects, Span period) {
        List<String> warnings = new ArrayList<>();
        double weeks = Math.max(1, period.length().toDays() / 7.0);
        double each = count / weeks / Math.max(1, subjects);
        if (count > FEW && each > A_WEEK_EACH) {
            warnings.add("It would have fired " + Figures.rounded(each) + " times a week for each of the " + subjects
                    + " it watches; take a threshold that is further away, or ask for more confirmation.");
        }
        if (count > FEW && brief > HALF * count) {
            warnings.add(brief + " of " + count + " were over within " + Figures.of(BRIEF)
                    + "; ask for more confirmation (fireAfter, fireFor) or for a longer recovery.");
        }
        double share = (double) fired.toMillis() / Math.max(1, period.length().toMillis() * Math.max(1, subjects));
        if (share > MUCH_OF_THE_TIME) {
            warnings.add("It would have fired for " + Figures.rounded(share * 100)
                    + " % of the time; the threshold lies where things usually are.");
        }
        return warnings;
    }
}
