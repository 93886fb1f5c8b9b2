package io.bellwether.fact;

import io.bellwether.core.score.FactMeasure;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.platform.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody knows of a vendor's finances.
 *
 * @param signal its kind, as {@code GET /api/v1/finance/fact-kinds} names them
 * @param occurredAt when it happened or began, a date or an RFC 3339 instant; not in the future
 * @param source where it can be read, or who says so
 * @param secondSource another that says the same; needed for some kinds
 * @param confidence how much whoever enters it trusts it, 0 to 1; 0.5 when absent
 * @param amount its number, in the unit of its kind
 * @param note for whoever reads it later
 * @param expiresAt from when on it does not count any more, a date or an RFC 3339 instant; never when absent
 */
record NewFact(
        @Nullable String signal,
        @Nullable String occurredAt,
        @Nullable String source,
        @Nullable String secondSource,
        @Nullable Double confidence,
        @Nullable Double amount,
        @Nullable String note,
        @Nullable String expiresAt) {

    static final double HALF = 0.5;

    /** What ends or changes a state has to be surer than a rumour. */
    private static final double SURE = 0.8;

    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_NOTE = 2_000;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    double confidenceOrHalf() {
        return Objects.requireNonNullElse(confidence, HALF);
    }

    /** Every fault with the field it is in. */
    List<FieldError> faults(Instant now) {
        List<FieldError> faults = new ArrayList<>();
        FactWeight kind = signal == null ? null : FactWeights.of(signal);
        if (kind == null) {
            faults.add(new FieldError(
                    "/signal", "There is no kind '" + signal + "'; GET /api/v1/finance/fact-kinds names them all."));
        } else {
            faults.addAll(faults(kind));
        }
        times(now, faults);
        text("/source", source, true, LONGEST_SOURCE, faults);
        text("/secondSource", secondSource, false, LONGEST_SOURCE, faults);
        text("/note", note, false, LONGEST_NOTE, faults);
        if (!(confidenceOrHalf() >= 0 && confidenceOrHalf() <= 1)) {
            faults.add(new FieldError("/confidence", "Must be between 0 and 1; 0.5 when you leave it out."));
        }
        return faults;
    }

    private List<FieldError> faults(FactWeight kind) {
        List<FieldError> faults = new ArrayList<>();
        FactMeasure measure = kind.measure();
        if (amount == null && kind.amountNeeded()) {
            faults.add(new FieldError("/amount", "Give the number: " + measure.unit() + "."));
        }
        if (amount != null && measure == FactMeasure.NONE) {
            faults.add(new FieldError("/amount", "Leave it out: a fact of this kind has no number."));
        } else if (amount != null && !measure.allows(amount)) {
            faults.add(new FieldError(
                    "/amount",
                    String.format(
                            Locale.ROOT,
                            "Must be between %.0f and %.0f, in %s.",
                            measure.least(),
                            measure.most(),
                            measure.unit())));
        }
        if (kind.sources() > 1 && (secondSource == null || same(secondSource, source))) {
            faults.add(new FieldError(
                    "/secondSource", "Give a second source that does not copy the first: this is often rumoured."));
        }
        if (DatedFacts.isEvent(kind.signal()) && confidenceOrHalf() < SURE) {
            faults.add(new FieldError(
                    "/confidence",
                    "Must be at least " + SURE + ": it changes what the vendor is. Enter it when you are sure."));
        }
        return faults;
    }

    private void times(Instant now, List<FieldError> faults) {
        Instant happened = occurredAt == null ? null : time(occurredAt);
        if (happened == null) {
            faults.add(new FieldError(
                    "/occurredAt", "Say when it happened: a date such as 2026-11-22 or an RFC 3339 instant."));
        } else if (happened.isAfter(now)) {
            faults.add(new FieldError(
                    "/occurredAt", "Must not be in the future: enter the day on which it happened or was announced."));
        } else if (happened.isBefore(EARLIEST)) {
            faults.add(new FieldError("/occurredAt", "Must not be before 1990."));
        }
        if (expiresAt == null) {
            return;
        }
        Instant expiry = time(expiresAt);
        if (expiry == null || !expiry.isAfter(now) || expiry.isAfter(LATEST)) {
            faults.add(
                    new FieldError(
                            "/expiresAt",
                            "Must be in the future, a date such as 2027-11-22 or an RFC 3339 instant; leave it out for never."));
        }
    }

    private static void text(
            String pointer, @Nullable String text, boolean needed, int longest, List<FieldError> faults) {
        if (text == null && !needed) {
            return;
        }
        if (text == null || text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            faults.add(new FieldError(pointer, "Must have 1 to " + longest + " characters."));
        }
    }

    private static boolean same(String one, @Nullable String other) {
        return other != null && one.strip().equalsIgnoreCase(other.strip());
    }

    /** Null when it is neither a date, taken from its first moment in UTC, nor an instant. */
    static @Nullable Instant time(String text) {
        try {
            return Timestamps.dateOrInstant(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
