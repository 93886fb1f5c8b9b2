package io.bellwether.core.alert.mute;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.schedule.LocalWindow;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When a person is not to be disturbed. What comes meanwhile waits for the end; it is never dropped.
 *
 * @param windows may touch and overlap
 */
public record QuietHours(List<LocalWindow> windows) {

    /** Nothing waits longer, whatever the windows are. */
    public static final Duration LONGEST = Duration.ofDays(7);

    public QuietHours {
        windows = List.copyOf(windows);
    }

    /** The end of the quiet time that goes on, over all windows that join without a gap; empty when it is not quiet. */
    public Optional<Instant> until(Instant now) {
        Instant latest = now.plus(LONGEST);
        Instant end = now;
        Optional<Instant> next = endOf(now);
        while (next.isPresent() && next.get().isAfter(end) && end.isBefore(latest)) {
            end = next.get();
            next = endOf(end);
        }
        if (end.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(end.isBefore(latest) ? end : latest);
    }

    /** What cannot wait: it disturbs at any time. */
    public static boolean pierces(Severity severity, String rule) {
        return severity == Severity.CRITICAL || rule.equals("breach") || rule.equals("notice-deadline");
    }

    private Optional<Instant> endOf(Instant time) {
        return windows.stream()
                .flatMap(window -> window.at(time).stream())
                .map(Span::to)
                .max(Comparator.naturalOrder());
    }
}
