package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How reliably a vendor could be used. From 100 are taken
 *
 * <ul>
 *   <li>for the availability of the window, piecewise linear: nothing at 99.99 %, 10 at 99.9, 25 at 99.5, 40 at 99, 70 at 95,
 *       100 at 90 or less: the steps in which agreements on service levels are written;
 *   <li>while it is down, 15 at once, rising to 30 when the outage is an hour old;
 *   <li>1 for each outage beyond the third, at most 10: many short ones hurt more than their minutes;
 *   <li>when its status page claimed that all was well during an outage, 2 and 1 more for every 10 minutes, at most 10.
 * </ul>
 *
 * <p>UNKNOWN time takes nothing; it lowers the confidence, which is the coverage.
 */
public final class UptimeScore {

    private static final Curve LOST_BY_AVAILABILITY =
            new Curve(Map.of(0.90, 100.0, 0.95, 70.0, 0.99, 40.0, 0.995, 25.0, 0.999, 10.0, 0.9999, 0.0));
    private static final Curve LOST_BY_OUTAGE_MINUTES = new Curve(Map.of(0.0, 15.0, 60.0, 30.0));
    private static final int USUAL_INCIDENTS = 3;
    private static final double MOST_FOR_INCIDENTS = 10;
    private static final double MOST_FOR_CONTRADICTION = 10;

    private UptimeScore() {}

    public static DimensionScore of(UptimeEvidence evidence, Instant now) {
        Instant asOf = evidence.asOf();
        if (asOf == null || (evidence.availability() == null && evidence.outage() == null)) {
            return DimensionScore.unknown(
                    asOf,
                    new Voices(
                            "No usable observation of an http probe in the last 30 days.",
                            "Not checked long enough to say how reliable it is."));
        }
        List<Deduction> deductions = new ArrayList<>();
        if (evidence.availability() != null) {
            deductions.add(availability(evidence, evidence.availability()));
        }
        if (evidence.outage() != null) {
            deductions.add(outage(evidence.outage(), now));
        }
        deductions.add(flapping(evidence));
        if (evidence.contradictions() > 0) {
            deductions.add(contradiction(evidence));
        }
        return Deductions.score(deductions, evidence.coverage(), asOf);
    }

    private static Deduction availability(UptimeEvidence evidence, double availability) {
        String down = Phrases.minutes(evidence.downMinutes());
        Voices text = new Voices(
                "Availability " + Phrases.percent(availability, 3) + " over 30 days: " + down + " down in "
                        + Phrases.count(evidence.incidents(), "outage") + ".",
                "It could not be used for about " + down + " in the last 30 days.");
        return new Deduction(
                "availability", LOST_BY_AVAILABILITY.at(availability), evidence.since(), evidence.source(), text);
    }

    private static Deduction outage(UptimeEvidence.Outage outage, Instant now) {
        double minutes = Math.max(0, Duration.between(outage.since(), now).toSeconds() / 60.0);
        String age = Phrases.minutes(minutes);
        Voices text = new Voices(
                "DOWN since " + outage.since() + " (" + age + "), confirmed by http probe.",
                "It is not working right now, for " + age + " so far.");
        return new Deduction("outage", LOST_BY_OUTAGE_MINUTES.at(minutes), outage.since(), outage.source(), text);
    }

    private static Deduction flapping(UptimeEvidence evidence) {
        double points = Math.clamp(evidence.incidents() - USUAL_INCIDENTS, 0, MOST_FOR_INCIDENTS);
        Voices text = new Voices(
                evidence.incidents() + " separate outages in 30 days; more than " + USUAL_INCIDENTS + " count.",
                "It fails again and again: " + evidence.incidents() + " interruptions in 30 days.");
        return new Deduction("flapping", points, evidence.since(), evidence.source(), text);
    }

    private static Deduction contradiction(UptimeEvidence evidence) {
        double points = Math.min(MOST_FOR_CONTRADICTION, 2 + evidence.contradictedMinutes() / 10);
        String outages = Phrases.count(evidence.contradictions(), "outage");
        String minutes = Phrases.minutes(evidence.contradictedMinutes());
        Voices text = new Voices(
                "Status page reported no impairment during " + outages + " that our probes confirmed, " + minutes
                        + " in all.",
                "Its own status page said all was well during " + outages + ".");
        return new Deduction("status-page-contradiction", points, evidence.since(), evidence.source(), text);
    }
}
