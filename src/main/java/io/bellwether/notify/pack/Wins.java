package io.bellwether.notify.pack;

import io.bellwether.alert.Alert;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What went well in a month. */
final class Wins {

    private Wins() {}

    static List<Voices> of(List<Alert> alerts) {
        List<Voices> wins = new ArrayList<>();
        if (alerts.isEmpty()) {
            wins.add(new Voices("No alert in the whole month.", "A month without any trouble."));
        }
        long unannounced = count(alerts, alert -> alert.rule().equals("status-page-contradicts"));
        if (unannounced > 0) {
            wins.add(new Voices(
                    counted(unannounced, "outage was", "outages were")
                            + " seen while the status page said that all was well.",
                    counted(unannounced, "time", "times") + " we knew of trouble before the vendor said so."));
        }
        long renewed = count(
                alerts,
                alert -> alert.rule().equals("certificate-expiring")
                        && alert.condition() == Condition.RESOLVED
                        && alert.severity() != Severity.CRITICAL);
        if (renewed > 0) {
            wins.add(new Voices(
                    counted(renewed, "certificate was", "certificates were") + " renewed before it was critical.",
                    counted(renewed, "security seal was", "security seals were")
                            + " renewed in time, so that no visitor saw a warning."));
        }
        long caught = count(
                alerts, alert -> alert.severity() == Severity.CRITICAL && alert.condition() == Condition.RESOLVED);
        if (caught > 0) {
            wins.add(new Voices(
                    counted(caught, "critical alert was", "critical alerts were") + " caught and resolved.",
                    counted(caught, "serious trouble was", "serious troubles were") + " caught and overcome."));
        }
        return List.copyOf(wins);
    }

    private static long count(List<Alert> alerts, Predicate<Alert> which) {
        return alerts.stream().filter(which).count();
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
