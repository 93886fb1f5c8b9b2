package io.bellwether.dashboard.portfolio;

import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.core.score.Trend;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A vendor at a glance.
 *
 * @param status see {@link VendorStatus#of}
 * @param since the instant from which the status has been so; null when unknown
 * @param index the viability index, 0 to 100; null until there is enough to tell
 * @param uptime score of the dimension, 0 to 100; null until there is enough to tell
 * @param openAlerts alerts that fire, acknowledged or not
 * @param nextDeadline the next date by which a contract asks for a decision; null without one
 * @param checkedAt the newest observation behind the status
 */
public record PortfolioRow(
        String slug,
        String name,
        Tier tier,
        Outcome status,
        @Nullable Instant since,
        @Nullable Integer index,
        @Nullable String grade,
        @Nullable Trend trend,
        @Nullable Integer uptime,
        @Nullable Integer latency,
        @Nullable Integer security,
        @Nullable Integer financial,
        int openAlerts,
        @Nullable LocalDate nextDeadline,
        @Nullable Instant checkedAt) {

    public boolean slipping() {
        return trend == Trend.SLIPPING;
    }

    public boolean down() {
        return status == Outcome.DOWN;
    }
}
