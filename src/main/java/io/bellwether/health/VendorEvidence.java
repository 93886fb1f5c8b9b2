package io.bellwether.health;

import io.bellwether.core.score.DatedFact;
import io.bellwether.core.score.FilingEvent;
import io.bellwether.core.score.FinancialEvidence;
import io.bellwether.core.score.LatencyEvidence;
import io.bellwether.core.score.Liquidity;
import io.bellwether.core.score.RegisterState;
import io.bellwether.core.score.SecurityCheck;
import io.bellwether.core.score.StatementRisk;
import io.bellwether.core.score.UptimeEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a vendor is judged by.
 *
 * @param incidents security incidents it had to report
 * @param certificateExpired whether a probe saw an expired certificate last
 * @param ruleSet by which rules all of this is to be judged: the version of ours, with the posture's where unusual ones count
 * @param registers what registers of companies say of it now
 * @param statements what its statements say; null where they do not say enough
 * @param filingsReadAt when its filings were last read successfully; null when never
 * @param liquidity for how long its money lasts by its statements; null where they do not tell
 * @param known what people know of its finances, and what is seen of them from outside
 * @param observedAt when it was last seen from outside whether it minds its shop; null when never
 * @param supposed whether its finances are known by what is assumed alone
 */
record VendorEvidence(
        UptimeEvidence uptime,
        List<LatencyEvidence> latency,
        List<SecurityCheck> checks,
        List<FilingEvent> incidents,
        boolean certificateExpired,
        List<FilingEvent> filings,
        List<RegisterState> registers,
        @Nullable StatementRisk statements,
        @Nullable Instant filingsReadAt,
        String ruleSet,
        @Nullable Liquidity liquidity,
        List<DatedFact> known,
        @Nullable Instant observedAt,
        boolean supposed) {

    /**
     * As it will be if what is watched now goes on to be watched and says the same.
     *
     * @param then what will be known of its uptime
     */
    VendorEvidence after(Duration time, UptimeEvidence then) {
        return new VendorEvidence(
                then,
                latency,
                checks.stream()
                        .map(check -> check.confirmed(check.confirmedAt().plus(time)))
                        .toList(),
                incidents,
                certificateExpired,
                filings,
                registers,
                statements,
                filingsReadAt == null ? null : filingsReadAt.plus(time),
                ruleSet,
                liquidity,
                known,
                observedAt == null ? null : observedAt.plus(time),
                supposed);
    }

    FinancialEvidence finances() {
        return new FinancialEvidence(filings, registers, statements, liquidity, known, observedAt, filingsReadAt);
    }
}
