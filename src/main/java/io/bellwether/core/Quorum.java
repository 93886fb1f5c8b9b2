package io.bellwether.core;

import java.util.Collection;

/**
 * How many of several locations must agree before their word is the verdict.
 *
 * @param asked how many locations were asked, at least 1
 * @param needed how many of them make a bad verdict, 1 to {@code asked}
 */
public record Quorum(int asked, int needed) {

    public Quorum {
        if (needed < 1 || needed > asked) {
            throw new IllegalArgumentException("no quorum: " + needed + " of " + asked);
        }
    }

    /** More than half. */
    public static Quorum majority(int asked) {
        return new Quorum(asked, asked / 2 + 1);
    }

    /**
     * The verdict. A location that could not tell, or has not answered, is never counted as bad; but where its answer could have
     * made the verdict bad, the verdict is not good either.
     *
     * <ul>
     *   <li>DOWN when at least {@code needed} say DOWN,
     *   <li>else DEGRADED when at least {@code needed} say DOWN or DEGRADED,
     *   <li>else UP when fewer than {@code needed} would say something else even if all that could not tell did,
     *   <li>else UNKNOWN.
     * </ul>
     *
     * @param answers at most one of each location that was asked; a missing one is UNKNOWN
     */
    public Outcome verdict(Collection<Outcome> answers) {
        long down = count(answers, Outcome.DOWN);
        long bad = down + count(answers, Outcome.DEGRADED);
        long notUp = asked - count(answers, Outcome.UP);
        if (down >= needed) {
            return Outcome.DOWN;
        }
        if (bad >= needed) {
            return Outcome.DEGRADED;
        }
        return notUp < needed ? Outcome.UP : Outcome.UNKNOWN;
    }

    private static long count(Collection<Outcome> answers, Outcome outcome) {
        return answers.stream().filter(answer -> answer == outcome).count();
    }
}
