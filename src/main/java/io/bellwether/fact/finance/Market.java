package io.bellwether.fact.finance;

import io.bellwether.core.finance.DistanceToDefault;
import io.bellwether.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the stock exchange says of a listed company. Money in millions of US dollars.
 *
 * @param equity market value of all shares
 * @param volatility of the share price, a standard deviation of a year; 0.4 is 40 %
 * @param pastReturn of the share in the last year; -0.1 is a loss of 10 %
 * @param shortTermDebt due within a year
 * @param longTermDebt due later
 */
record Market(
        @Nullable Double equity,
        @Nullable Double volatility,
        @Nullable Double pastReturn,
        @Nullable Double shortTermDebt,
        @Nullable Double longTermDebt) {

    static final double LARGEST = 1e9;

    private static final double WILDEST = 20;
    private static final double SMALLEST = 1e-6;

    List<FieldError> faults(String pointer) {
        List<FieldError> faults = new ArrayList<>();
        within(pointer + "/equity", equity, SMALLEST, LARGEST, faults);
        within(pointer + "/volatility", volatility, 0, WILDEST, faults);
        within(pointer + "/pastReturn", pastReturn, -1, WILDEST, faults);
        within(pointer + "/shortTermDebt", shortTermDebt, 0, LARGEST, faults);
        within(pointer + "/longTermDebt", longTermDebt, 0, LARGEST, faults);
        return faults;
    }

    /** Null without debt: there is nothing to default on. Only where there are no {@link #faults}. */
    @Nullable DistanceToDefault distance() {
        if (equity == null
                || volatility == null
                || pastReturn == null
                || shortTermDebt == null
                || longTermDebt == null
                || shortTermDebt + longTermDebt < SMALLEST) {
            return null;
        }
        return DistanceToDefault.of(equity, volatility, pastReturn, shortTermDebt, longTermDebt);
    }

    private static void within(
            String pointer, @Nullable Double value, double least, double most, List<FieldError> faults) {
        if (value == null || !(value >= least && value <= most)) {
            faults.add(new FieldError(pointer, String.format(Locale.ROOT, "Must be between %s and %s.", least, most)));
        }
    }
}
