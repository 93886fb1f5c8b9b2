package io.bellwether.platform.egress;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer asks us to wait (RFC 9110, 10.2.3). */
public final class RetryAfter {

    /** Nobody who means it says more, and a mistake heals. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int MOST_DIGITS = 15;

    private RetryAfter() {}

    /**
     * @param header the value of {@code Retry-After}: seconds, or a date as RFC 9110 prefers it; null where there is none
     * @param now by our clock
     * @return more than nothing and seven days at most; empty when nothing readable is asked
     */
    public static Optional<Duration> asked(@Nullable String header, Instant now) {
        return header == null
                ? Optional.empty()
                : read(header.strip(), now)
                        .filter(Duration::isPositive)
                        .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    /** The same of an answer with that status: only 429 and 503 ask to be left alone. */
    public static Optional<Duration> asked(int status, @Nullable String header, Instant now) {
        return status == 429 || status == 503 ? asked(header, now) : Optional.empty();
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(text.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return Optional.of(Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from)));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
