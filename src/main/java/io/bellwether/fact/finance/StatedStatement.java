package io.bellwether.fact.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A year's statement as a vendor has told it.
 *
 * @param lines by name; money in millions of US dollars, shares in millions
 * @param currency in which it was told, ISO 4217
 * @param exchangeRate with which it was turned into US dollars; 1 for these
 * @param source where it comes from
 * @param asOf when the vendor told it
 * @param confidence how much whoever entered it trusts it, from 0 to 1
 */
public record StatedStatement(
        UUID id,
        LocalDate fiscalYearEnd,
        Map<String, @Nullable Double> lines,
        String currency,
        double exchangeRate,
        String source,
        LocalDate asOf,
        double confidence,
        Instant enteredAt,
        String enteredBy) {}
