package io.bellwether.alert;

import io.bellwether.alert.SilencePreview.Covered;
import io.bellwether.alert.silence.NewSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.mute.Silence;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;

/** Tells what a silence would cover before somebody sets it. */
@Singleton
public class SilencePreviews {

    private final Silences silences;
    private final AlertReads alerts;

    SilencePreviews(Silences silences, AlertReads alerts) {
        this.silences = silences;
        this.alerts = alerts;
    }

    /** @throws io.bellwether.platform.Problem 400 naming each wrong field */
    public SilencePreview of(NewSilence wanted) {
        Silence silence = silences.checked(wanted);
        List<Alert> matching = alerts.allOpen().stream()
                .filter(alert -> silence.matches(alert.labels()))
                .toList();
        Predicate<Alert> covered = alert -> silence.covers(alert.labels());
        return new SilencePreview(told(matching, covered), told(matching, covered.negate()));
    }

    private static List<Covered> told(List<Alert> alerts, Predicate<Alert> wanted) {
        return alerts.stream().filter(wanted).map(Covered::of).toList();
    }
}
