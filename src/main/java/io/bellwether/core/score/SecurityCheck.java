package io.bellwether.core.score;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import java.time.Instant;

/**
 * What one check of the security posture says.
 *
 * @param signal which check, for example {@code strict-transport-security}
 * @param name of the check, for IT
 * @param meaning what its failure means, for the business
 * @param value what it says
 * @param points what it takes by its rule set, not negative; 0 where a person has excused it
 * @param since when it began to say so
 * @param confirmedAt when it last said so
 * @param doubtful whether the latest look could not tell
 * @param source where the evidence is
 */
public record SecurityCheck(
        String signal,
        Category category,
        String name,
        String meaning,
        CheckOutcome value,
        double points,
        Instant since,
        Instant confirmedAt,
        boolean doubtful,
        String source) {
    /** As it is when it has said the same again. */
    public SecurityCheck confirmed(Instant at) {
        return new SecurityCheck(signal, category, name, meaning, value, points, since, at, doubtful, source);
    }
}
