package io.bellwether.config.imports;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as Go programs and Prometheus write them: {@code 1m30s}, {@code 500ms}, {@code 2d}. */
public final class Spans {

    private static final Pattern WHOLE = Pattern.compile("(?:[0-9]{1,12}(?:\\.[0-9]{1,9})?(?:ns|us|µs|ms|[smhdwy]))++");
    private static final Pattern PART = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(ns|us|µs|ms|[smhdwy])");

    private Spans() {}

    public static Optional<Duration> parse(@Nullable String text) {
        if (text == null || !WHOLE.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        Matcher part = PART.matcher(text.strip());
        double seconds = 0;
        while (part.find()) {
            seconds += Double.parseDouble(part.group(1)) * seconds(part.group(2));
        }
        return Optional.of(ofSeconds(seconds));
    }

    /** To the millisecond, and a thousand years at most. */
    public static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.round(Math.min(seconds, 3e10) * 1_000));
    }

    private static double seconds(String unit) {
        return switch (unit) {
            case "ns" -> 1e-9;
            case "us", "µs" -> 1e-6;
            case "ms" -> 1e-3;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            case "y" -> 31_536_000;
            default -> 1;
        };
    }
}
