package io.bellwether.health;

import io.bellwether.core.score.explain.ChangeReason;
import io.bellwether.core.score.explain.IndexChange;
import io.bellwether.core.score.explain.IndexStanding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an assumption makes of an index.
 *
 * @param before the index as it is; null without one
 * @param change points by which it would move: below 0 it would fall; null where there is no index at one end
 * @param reasons weightiest first; their contributions add up to exactly {@code change}
 */
public record HealthDifference(
        @Nullable Integer before, @Nullable Integer change, List<ChangeReason> reasons) {

    public static HealthDifference between(Health before, Health after) {
        IndexStanding first = before.standing();
        IndexStanding last = after.standing();
        if (first == null || last == null) {
            return new HealthDifference(before.index(), null, List.of());
        }
        IndexChange change = IndexChange.along(List.of(first, last));
        return new HealthDifference(before.index(), change.points(), change.reasons());
    }
}
