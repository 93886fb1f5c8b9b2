package io.bellwether.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a period a vendor could be used, judged by its availability probes ({@code http}).
 *
 * @param availability share of the known time that was not down, 0 to 1; null when nothing is known
 * @param downMinutes what an outage seen only by probes may have lasted, at least and at most
 * @param excludedMinutes left out of the account, for example maintenance
 * @param unknownMinutes time without a usable observation; counted neither good nor bad
 * @param method how it was counted, in one sentence
 * @param objective the promised availability, 0 to 1; null when none is set
 * @param observedSince the first observation in the period; null without any
 * @param errorBudget minutes the objective allows; null without an objective
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

    public record ErrorBudget(double total, double used, double remaining) {}

    /**
     * One continuous time of DOWN observations.
     *
     * @param endedAt when observations stopped to say DOWN; null while the last one still does
     */
    public record Incident(Instant startedAt, @Nullable Instant endedAt, DownMinutes downMinutes, String reason) {}
}
