package io.bellwether.monitor;

import io.bellwether.core.Phases;
import io.bellwether.history.ObservationView;
import io.bellwether.history.ObservationView.AttemptView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells attempts step by step, for people who look for a fault. */
final class Trace {

    private Trace() {}

    static List<String> of(ObservationView observation) {
        List<AttemptView> attempts = observation.attempts();
        List<String> lines = new ArrayList<>();
        lines.add("on " + observation.node());
        for (int i = 0; i < attempts.size(); i++) {
            AttemptView attempt = attempts.get(i);
            lines.add("attempt %d of %d at %s".formatted(i + 1, attempts.size(), attempt.at()));
            phases(attempt.phases(), lines);
            attempt.detail().forEach((name, value) -> lines.add("  " + name + ": " + value));
            lines.add("  %s after %s: %s (%s)"
                    .formatted(attempt.outcome(), milliseconds(attempt.duration()), attempt.reason(), attempt.cause()));
        }
        return List.copyOf(lines);
    }

    private static void phases(Phases phases, List<String> lines) {
        phase("name resolved", phases.dns(), lines);
        phase("connected", phases.connect(), lines);
        phase("TLS handshake done", phases.tls(), lines);
        phase("first byte received", phases.firstByte(), lines);
        phase("last byte received", phases.transfer(), lines);
    }

    private static void phase(String what, @Nullable Double took, List<String> lines) {
        if (took != null) {
            lines.add("  " + what + " in " + milliseconds(took));
        }
    }

    private static String milliseconds(double duration) {
        return String.format(Locale.ROOT, "%.3f ms", duration);
    }
}
