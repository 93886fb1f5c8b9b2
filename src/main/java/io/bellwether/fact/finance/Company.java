package io.bellwether.fact.finance;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.Statement;
import io.bellwether.core.finance.Window;
import io.bellwether.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A company's last three years.
 *
 * @param statements oldest first; each the lines of a year by name, money in millions of US dollars
 * @param marketValue of all its shares at the end of the last year, where that year's statement does not hold it
 * @param baseRate what share of companies like this fails within about two years, above 0 and below 1; with it, the scores are
 *     answered as probabilities too
 * @param market its share and its debt, for the distance to default
 */
record Company(
        @Nullable List<@Nullable Map<String, @Nullable Double>> statements,
        @Nullable Double marketValue,
        @Nullable Double baseRate,
        @Nullable Market market) {

    /** @param pointer where the company stands in the request */
    List<FieldError> faults(String pointer) {
        List<FieldError> faults = new ArrayList<>();
        years(pointer + "/statements", faults);
        if (marketValue != null && !(marketValue >= 0 && marketValue <= Market.LARGEST)) {
            faults.add(
                    new FieldError(pointer + "/marketValue", "Must be between 0 and 1e9, in millions of US dollars."));
        }
        if (baseRate != null && !(baseRate > 0 && baseRate < 1)) {
            faults.add(new FieldError(pointer + "/baseRate", "Must be above 0 and below 1; 0.02 is 2 %."));
        }
        if (market != null) {
            faults.addAll(market.faults(pointer + "/market"));
        }
        return faults;
    }

    private void years(String pointer, List<FieldError> faults) {
        if (statements == null || statements.size() != Window.YEARS) {
            faults.add(new FieldError(pointer, "Give the statements of " + Window.YEARS + " years, oldest first."));
            return;
        }
        for (int year = 0; year < Window.YEARS; year++) {
            Map<String, @Nullable Double> lines = statements.get(year);
            if (lines == null) {
                faults.add(new FieldError(pointer + "/" + year, "Give the lines of this year."));
            } else {
                faults.addAll(Lines.faults(pointer + "/" + year, lines));
            }
        }
    }

    /** Only where there are no {@link #faults}. */
    Window window() {
        List<Statement> years = new ArrayList<>();
        for (@Nullable Map<String, @Nullable Double> lines : Objects.requireNonNull(statements)) {
            years.add(Lines.statement(Objects.requireNonNull(lines)));
        }
        Statement last = years.removeLast();
        years.add(
                marketValue == null || last.lines().containsKey(Line.MARKET_VALUE)
                        ? last
                        : last.with(Line.MARKET_VALUE, marketValue));
        return new Window(years);
    }
}
