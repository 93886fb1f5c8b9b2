package io.bellwether.alert.voice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is told of an alert. Each has a template of its own for each rule and voice. */
public enum Moment {
    FIRING,
    /** It still fires, and nobody takes care of it any more. */
    REMINDER,
    SEVERITY_CHANGED,
    RESOLVED,
    /** It comes and goes too often to tell of each time. */
    UNSTABLE;

    /** Of a kind of transition; empty when there are no words for it. */
    public static Optional<Moment> of(String kind) {
        return Arrays.stream(values())
                .filter(moment -> moment.name().equals(kind))
                .findFirst();
    }

    /** As in the names of templates: {@code severity-changed}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
