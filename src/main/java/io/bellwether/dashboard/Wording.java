package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.dashboard.Figures.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON-shaped values in words, in the voice of one reader. */
record Wording(Lens lens) {

    private static final String NOTHING = "–";
    private static final Set<String> NAMES = Set.of(
            "state", "tier", "trend", "severity", "condition", "handling", "dimension", "outcome", "lens", "decision");
    private static final Set<String> SHARES = Set.of("availability", "objective", "confidence");

    Figure figure(String name, @Nullable Object value) {
        String text = text(name, value);
        return new Figure(
                Words.sentence(words(name)), text, value instanceof String address ? Words.link(address) : null);
    }

    /** {@code downMinutes} as {@code down minutes}; what is no such name stays. */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    }

    /** Whether these are the same facts told twice. */
    static boolean isVoices(Map<?, ?> map) {
        return map.size() == 2 && map.containsKey("it") && map.containsKey("marketing");
    }

    private static boolean isRange(Map<?, ?> map) {
        return map.size() == 2 && map.containsKey("min") && map.containsKey("max");
    }

    private String text(String name, @Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean truth -> truth ? "yes" : "no";
            case Number number -> number(name, number);
            case String text when NAMES.contains(name) -> Words.sentence(text);
            case String text -> text(text);
            case Map<?, ?> map
            when isVoices(map) -> String.valueOf(map.get(lens.name().toLowerCase(Locale.ROOT)));
            case Map<?, ?> map when isRange(map) -> text(name, map.get("min")) + " to " + text(name, map.get("max"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> words(String.valueOf(entry.getKey())).toLowerCase(Locale.ROOT) + " "
                                + text(String.valueOf(entry.getKey()), entry.getValue()))
                        .collect(Collectors.joining(" · "));
            case List<?> list when list.isEmpty() -> "none";
            case List<?> list -> list.stream().map(item -> text(name, item)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String number(String name, Number number) {
        double value = number.doubleValue();
        if (SHARES.contains(name) && value >= 0 && value <= 1) {
            return Words.percent(value);
        }
        return BigDecimal.valueOf(value)
                .setScale(Math.abs(value) < 10 ? 2 : 1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String text(String text) {
        try {
            return text.length() == 10 ? Words.day(LocalDate.parse(text)) : Words.minute(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return text.isEmpty() ? NOTHING : text;
        }
    }
}
