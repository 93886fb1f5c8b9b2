package io.bellwether.health;

import io.bellwether.core.Voices;
import io.bellwether.core.score.explain.ChangeReason;
import io.bellwether.core.score.explain.IndexChange;
import io.bellwether.core.score.explain.IndexStanding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a vendor's index is another than it was.
 *
 * @param change points by which it moved: below 0 it fell; null when there was no index at one end
 * @param reasons weightiest first; their contributions add up to exactly {@code change}
 * @param text the same as one sentence in both voices
 */
public record HealthChange(Side from, Side to, @Nullable Integer change, List<ChangeReason> reasons, Voices text) {

    /**
     * One end.
     *
     * @param asked the UTC day that was asked for
     * @param day the day that is told of: the nearest one before, when nothing is stored of the day that was asked for
     */
    public record Side(
            LocalDate asked,
            LocalDate day,
            Instant asOf,
            @Nullable Integer index,
            @Nullable String grade,
            String ruleSet) {

        static Side of(LocalDate asked, Health health) {
            LocalDate day = LocalDate.ofInstant(health.asOf(), ZoneOffset.UTC);
            return new Side(asked, day, health.asOf(), health.index(), health.grade(), health.ruleSet());
        }
    }

    /** @param between days around each change of the rules, oldest first */
    static HealthChange of(Side from, Side to, Health first, List<Health> between, Health last) {
        IndexStanding before = first.standing();
        IndexStanding after = last.standing();
        if (before == null || after == null) {
            return new HealthChange(from, to, null, List.of(), untold(before == null ? from : to));
        }
        List<IndexStanding> path = new ArrayList<>();
        path.add(before);
        between.stream().map(Health::standing).filter(Objects::nonNull).forEach(path::add);
        path.add(after);
        IndexChange change = IndexChange.along(path);
        return new HealthChange(from, to, change.points(), change.reasons(), change.text());
    }

    private static Voices untold(Side side) {
        return new Voices(
                "No index on " + side.day() + ": no dimension had a score.",
                "We cannot say what changed: on one of the days there was nothing to judge it by.");
    }
}
