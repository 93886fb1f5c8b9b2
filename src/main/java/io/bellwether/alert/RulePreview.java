package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have done. Campaigns, silences and outages that explain an alert are left out of account.
 *
 * @param from when the rule would have begun to judge
 * @param subjects how many probes or vendors it would have watched
 * @param judged how many of them the time allowed to judge; all figures are of these
 * @param count how often it would have fired
 * @param brief how many of these were over within 15 minutes
 * @param totalMinutes for how long it would have fired, all together
 * @param warnings why it would be too noisy; empty when it would not
 * @param episodes the newest first, at most {@value #MOST_EPISODES}
 */
public record RulePreview(
        Instant from,
        Instant to,
        int subjects,
        int judged,
        int count,
        int brief,
        long totalMinutes,
        List<String> warnings,
        List<PreviewedEpisode> episodes) {

    static final int MOST_EPISODES = 200;

    /**
     * @param vendor the slug
     * @param probeId null when the vendor is watched as a whole
     * @param startedAt the first bad evidence
     * @param firedAt when people would have been told
     * @param resolvedAt null when it would still go on
     * @param minutes from {@code firedAt} on
     */
    public record PreviewedEpisode(
            String vendor,
            @Nullable UUID probeId,
            @Nullable String probeName,
            Severity severity,
            Instant startedAt,
            Instant firedAt,
            @Nullable Instant resolvedAt,
            long minutes) {}
}
