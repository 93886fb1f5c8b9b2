package io.bellwether.notify.pack;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month with one vendor, as its alerts tell it.
 *
 * @param vendor its slug
 * @param availability the share of the time in which no alert said that it was down, 0 to 1; for the measured availability see
 *     its objectives
 * @param downMinutes in which an alert said that it was down
 * @param alertMinutes in which any alert fired
 * @param meanMinutesToAcknowledge of the alerts that began in the month and were acknowledged; null without any
 * @param openActions alerts of the month that fire still
 * @param wins what went well, in both voices
 * @param summary all of it in a sentence, in both voices
 */
public record VendorMonth(
        String vendor,
        String name,
        @Nullable String itOwner,
        @Nullable String marketingOwner,
        double availability,
        long downMinutes,
        long alertMinutes,
        AlertCounts alerts,
        @Nullable Double meanMinutesToAcknowledge,
        List<OpenAction> openActions,
        List<Voices> wins,
        Voices summary) {

    /** Alerts that fired at some time of the month. */
    public record AlertCounts(int critical, int warning, int info, int acknowledged) {

        int total() {
            return critical + warning + info;
        }
    }

    /** @param assignee the address of the person who is to see to it; null for nobody */
    public record OpenAction(
            UUID alert,
            String rule,
            Severity severity,
            Handling handling,
            @Nullable String assignee,
            Instant since,
            Voices text) {}
}
