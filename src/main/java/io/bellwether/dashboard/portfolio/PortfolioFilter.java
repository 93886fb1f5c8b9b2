package io.bellwether.dashboard.portfolio;

import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.platform.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which vendors to show; what is null does not matter.
 *
 * @param text part of the name or the slug, in any case
 */
public record PortfolioFilter(
        @Nullable String text,
        @Nullable Tier tier,
        @Nullable Outcome status) {

    /** @throws Problem 400 naming the query parameter that is no known tier or status */
    public static PortfolioFilter of(@Nullable String q, @Nullable String tier, @Nullable String status) {
        return new PortfolioFilter(
                q == null || q.isBlank() ? null : q.strip(),
                one(Tier.class, "tier", tier),
                one(Outcome.class, "status", status));
    }

    public boolean any() {
        return text != null || tier != null || status != null;
    }

    boolean matches(PortfolioRow row) {
        return (tier == null || row.tier() == tier)
                && (status == null || row.status() == status)
                && (text == null || contains(row.name(), text) || contains(row.slug(), text));
    }

    private static boolean contains(String whole, String part) {
        return whole.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        parameter,
                        "Must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
