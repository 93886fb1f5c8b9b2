package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Lens;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Page;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts to list, newest first; null means any.
 *
 * @param conditions at least one
 * @param vendor a vendor's slug
 * @param lens only alerts that concern this reader
 * @param assignee only alerts of this person; {@link #NOBODY} for those of nobody
 * @param limit 1 to {@link Page#MAX_LIMIT}
 * @param after the cursor of the page before; null for the first
 */
public record AlertQuery(
        Set<Condition> conditions,
        @Nullable Severity severity,
        @Nullable String vendor,
        @Nullable Dimension dimension,
        @Nullable Lens lens,
        @Nullable String assignee,
        int limit,
        @Nullable String after) {

    public static final Set<Condition> ANY = Set.of(Condition.values());
    public static final Set<Condition> OPEN = Set.of(Condition.PENDING, Condition.FIRING, Condition.RECOVERING);

    /** Instead of a person's address: alerts that nobody is to see to. */
    public static final String NOBODY = "none";

    /** What is not over, for example for a list on one page. */
    public static AlertQuery open(int limit) {
        return new AlertQuery(OPEN, null, null, null, null, null, limit, null);
    }
}
