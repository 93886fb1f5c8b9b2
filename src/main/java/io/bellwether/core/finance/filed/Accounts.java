package io.bellwether.core.finance.filed;

import io.bellwether.core.finance.Window;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company's statements as they were known on a day.
 *
 * @param asOf that day
 * @param currency that it reports in; figures are in US dollars or not there at all
 * @param years its last fiscal years in a row, oldest first, three at most
 * @param trailing the years to its newest balance sheet, oldest first, three at most; the last are its trailing twelve months
 * @param quarters newest first
 * @param freshUntil until when the newest figures are as fresh as they should be: for 200 days after their end where it reports
 *     by quarters, else for 480; null where there are no statements
 * @param dropped how many filed facts were left out, and why
 * @param refusal why there are no statements; null where there are
 */
public record Accounts(
        LocalDate asOf,
        String currency,
        List<PeriodStatement> years,
        List<PeriodStatement> trailing,
        List<Quarter> quarters,
        @Nullable LocalDate freshUntil,
        Map<Dropped, Integer> dropped,
        @Nullable String refusal) {

    public Accounts {
        years = List.copyOf(years);
        trailing = List.copyOf(trailing);
        quarters = List.copyOf(quarters);
        dropped = Map.copyOf(dropped);
    }

    /** What follows from the facts that were filed by a day; later ones are not looked at. */
    public static Accounts of(Collection<FiledFact> filed, LocalDate day) {
        return new Bookkeeper(FiledFacts.knownOn(filed, day), day).accounts();
    }

    /** Whether the newest figures are older than they should be. */
    public boolean stale() {
        return freshUntil != null && asOf.isAfter(freshUntil);
    }

    /** The last fiscal years; empty when they are not three in a row. */
    public Optional<Window> fiscalWindow() {
        return window(years);
    }

    /** The years to the newest balance sheet; empty when they are not three in a row. */
    public Optional<Window> trailingWindow() {
        return window(trailing);
    }

    private static Optional<Window> window(List<PeriodStatement> years) {
        return years.size() == Window.YEARS
                ? Optional.of(new Window(
                        years.stream().map(PeriodStatement::statement).toList()))
                : Optional.empty();
    }
}
