package io.bellwether.core.score;

/**
 * How much one entry of a register takes from the financial score while it says so. Nothing is left of it once the register
 * says something else.
 *
 * @param points from its first day on
 * @param pointsPerMonth more for each full 30 days since
 * @param most it never takes more
 * @param name what it is, for IT
 * @param meaning what it means, for the business
 * @param rationale why it weighs what it weighs
 */
public record RegisterWeight(
        String signal,
        String value,
        double points,
        double pointsPerMonth,
        double most,
        Gravity gravity,
        String name,
        String meaning,
        String rationale) {

    /** What kind of news it is. */
    public enum Gravity {
        /** A sign among others. It counts as long as some register of what companies file is read. */
        WARNING,
        /** The company is no more, or is about to be. It counts until the register says otherwise, whatever else is read. */
        ENDED,
        /** It cannot pay its debts. As ended, and a {@link HardFact}. */
        INSOLVENT
    }

    static RegisterWeight fixed(
            String signal,
            String value,
            double points,
            Gravity gravity,
            String name,
            String meaning,
            String rationale) {
        return new RegisterWeight(signal, value, points, 0, points, gravity, name, meaning, rationale);
    }
}
