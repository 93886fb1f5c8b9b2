package io.bellwether.notify.pack;

import io.bellwether.core.Voices;
import io.bellwether.notify.pack.VendorMonth.AlertCounts;
import java.util.Locale;

/** Puts a month with a vendor into a sentence for each side; the figures are the same. */
final class Summary {

    private Summary() {}

    static VendorMonth added(VendorMonth month) {
        return new VendorMonth(
                month.vendor(),
                month.name(),
                month.itOwner(),
                month.marketingOwner(),
                month.availability(),
                month.downMinutes(),
                month.alertMinutes(),
                month.alerts(),
                month.meanMinutesToAcknowledge(),
                month.openActions(),
                month.wins(),
                new Voices(it(month), business(month)));
    }

    /** Rounded down, so that a month with an interruption never shows as perfect. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000) / 100);
    }

    private static String it(VendorMonth month) {
        AlertCounts alerts = month.alerts();
        return "Availability by alerts %s (%d min down, %d min under alert); %s: %d critical, %d warning, %d info; %s; %s."
                .formatted(
                        percent(month.availability()),
                        month.downMinutes(),
                        month.alertMinutes(),
                        counted(alerts.total(), "alert"),
                        alerts.critical(),
                        alerts.warning(),
                        alerts.info(),
                        acknowledged(month),
                        counted(month.openActions().size(), "open action"));
    }

    private static String business(VendorMonth month) {
        AlertCounts alerts = month.alerts();
        return "Usable %s of the time (%d min not usable, %d min with some trouble); %s: %d urgent, %d important, %d to know; %s; %s."
                .formatted(
                        percent(month.availability()),
                        month.downMinutes(),
                        month.alertMinutes(),
                        counted(alerts.total(), "alert"),
                        alerts.critical(),
                        alerts.warning(),
                        alerts.info(),
                        acknowledged(month),
                        counted(month.openActions().size(), "thing") + " still to do");
    }

    private static String acknowledged(VendorMonth month) {
        Double minutes = month.meanMinutesToAcknowledge();
        return minutes == null
                ? "none acknowledged"
                : String.format(
                        Locale.ROOT,
                        "%d acknowledged, after %.1f min on average",
                        month.alerts().acknowledged(),
                        minutes);
    }

    private static String counted(int count, String what) {
        return count + " " + (count == 1 ? what : what + "s");
    }
}
