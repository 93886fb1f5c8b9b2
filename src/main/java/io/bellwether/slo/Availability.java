package io.bellwether.slo;

import io.bellwether.core.slo.ErrorBudget;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a period a vendor could be used, judged by the probes that ask its service itself.
 *
 * @param availability share of the known time that was not down, 0 to 1; null when nothing is known
 * @param downMinutes what an outage seen only by probes may have lasted, at least and at most
 * @param excludedMinutes left out of the account: maintenance
 * @param unknownMinutes time without a usable observation; counted neither good nor bad
 * @param method how it was counted, in one sentence
 * @param objective the target of the vendor's strictest availability objective, 0 to 1; null when it has none
 * @param errorBudget what that objective allows of this period; null without an objective
 * @param observedSince the first observation in the period; null without any
 */
public record Availability(
        @Nullable Double availability,
        DownMinutes downMinutes,
        double excludedMinutes,
        double unknownMinutes,
        String method,
        @Nullable Double objective,
        @Nullable ErrorBudget errorBudget,
        @Nullable Instant observedSince,
        List<Incident> incidents) {

    public record DownMinutes(double min, double max) {}

    /**
     * One continuous time of DOWN observations.
     *
     * @param endedAt when observations stopped to say DOWN; null while the last one still does
     */
    public record Incident(Instant startedAt, @Nullable Instant endedAt, DownMinutes downMinutes, String reason) {}
}
