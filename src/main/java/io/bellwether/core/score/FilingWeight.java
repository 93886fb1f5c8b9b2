package io.bellwether.core.score;

import java.time.Duration;

/**
 * How much one kind of filing takes from the financial score on its day; half of it is left after the half-life.
 *
 * @param points 0 for what is information only
 * @param name what it is, for IT
 * @param meaning what it means, for the business
 * @param rationale why it weighs what it weighs
 */
public record FilingWeight(
        String signal, double points, Duration halfLife, String name, String meaning, String rationale) {

    static FilingWeight risk(
            String signal, double points, int halfLifeDays, String name, String meaning, String rationale) {
        return new FilingWeight(signal, points, Duration.ofDays(halfLifeDays), name, meaning, rationale);
    }

    static FilingWeight information(String signal, String name, String meaning) {
        return new FilingWeight(
                signal, 0, Duration.ofDays(180), name, meaning, "Healthy companies file it too: information only.");
    }
}
