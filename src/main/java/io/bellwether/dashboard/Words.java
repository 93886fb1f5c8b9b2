package io.bellwether.dashboard;

import io.bellwether.core.finance.filed.Flag;
import io.bellwether.dashboard.chart.Milliseconds;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are written on pages: the same for every reader, with their unit and zone. */
@TemplateExtension
final class Words {

    private static final DateTimeFormatter MINUTE = formatter("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter SECOND = formatter("HH:mm:ss 'UTC'");
    private static final DateTimeFormatter DAY = formatter("d MMM uuuu");
    private static final Set<String> INITIALS =
            Set.of("ai", "api", "crm", "csp", "dns", "ebit", "ebitda", "hsts", "http", "https", "it", "tls", "url");
    private static final int GOOD_FROM = 80;
    private static final int FAIR_FROM = 60;

    private Words() {}

    /** {@code 22 Nov 2026, 10:32 UTC} */
    static String minute(Instant time) {
        return MINUTE.format(time);
    }

    /** {@code 10:32:05 UTC} */
    static String second(Instant time) {
        return SECOND.format(time);
    }

    /** {@code 22 Nov 2026} */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code 22 Nov 2026} in UTC */
    static String day(Instant time) {
        return DAY.format(time);
    }

    /** {@code FIRST_BYTE} as {@code First byte}. */
    static String label(Enum<?> constant) {
        return sentence(constant.name());
    }

    /** {@code vendor-down} as {@code Vendor down}. */
    static String sentence(String name) {
        String words = Arrays.stream(name.toLowerCase(Locale.ROOT).split("[_\\- ]+"))
                .map(word -> INITIALS.contains(word) ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@code FIRST_BYTE} and {@code first byte} as {@code first-byte}, for style classes. */
    static String style(Enum<?> constant) {
        return style(constant.name());
    }

    static String style(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** The style of a score of 0 to 100: good, fair, poor, or none without one. */
    @TemplateExtension(namespace = "score")
    static String band(@Nullable Integer score) {
        if (score == null) {
            return "none";
        }
        return score >= GOOD_FROM ? "good" : score >= FAIR_FROM ? "fair" : "poor";
    }

    /** {@code 99.987 %}: never rounded up, because an outage must not disappear. */
    static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(3, RoundingMode.FLOOR)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** {@code 12.5} and {@code 8}: points, to a tenth. */
    static String points(double points) {
        return BigDecimal.valueOf(points)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What is to be known of a figure. */
    static String meaning(Flag flag) {
        return FinanceWords.flag(flag);
    }

    static String milliseconds(double duration) {
        return Milliseconds.text(duration);
    }

    /** {@code 90 s}, {@code 5 min}, {@code 2 h}: the largest unit that is exact. */
    static String length(Duration duration) {
        if (duration.toHours() > 0 && duration.equals(Duration.ofHours(duration.toHours()))) {
            return duration.toHours() + " h";
        }
        boolean minutes = duration.toMinutes() > 0 && duration.equals(Duration.ofMinutes(duration.toMinutes()));
        return minutes ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }

    /** The address as far as a click can follow it without harm: on the web, or in our own API; null for other text. */
    static @Nullable String link(String source) {
        boolean safe = source.startsWith("https://") || source.startsWith("http://") || source.startsWith("/api/");
        return safe ? source : null;
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
