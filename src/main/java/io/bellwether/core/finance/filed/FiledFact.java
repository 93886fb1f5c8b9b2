package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a company filed it. Tag, unit and the two days are its identity: another filing that states the same, or
 * restates it, is another fact of the same identity.
 *
 * @param tag with its taxonomy: {@code us-gaap:Assets}
 * @param unit {@code USD}, another currency or {@code shares}
 * @param start first day of the period; null for what holds at the end of a day
 * @param end last day of the period
 * @param value in single units
 * @param accession number of the filing
 * @param form of the filing: {@code 10-K}
 * @param filed when it became known
 */
public record FiledFact(
        String tag,
        String unit,
        @Nullable LocalDate start,
        LocalDate end,
        double value,
        String accession,
        String form,
        LocalDate filed) {

    /** Of one day, the filing with the higher number is the later one. */
    static final Comparator<FiledFact> OLDEST_FIRST =
            Comparator.comparing(FiledFact::filed).thenComparing(FiledFact::accession);

    /**
     * All that states something new, or does so in another form, oldest first: each report repeats what earlier ones have
     * stated.
     */
    public static List<FiledFact> withoutRepeats(Collection<FiledFact> facts) {
        Map<Identity, FiledFact> latest = new HashMap<>();
        List<FiledFact> news = new ArrayList<>();
        for (FiledFact fact : facts.stream().sorted(OLDEST_FIRST).toList()) {
            FiledFact before = latest.put(new Identity(fact.tag, fact.unit, fact.span()), fact);
            if (before == null || before.value != fact.value || !before.form.equals(fact.form)) {
                news.add(fact);
            }
        }
        return List.copyOf(news);
    }

    Span span() {
        return new Span(start, end);
    }

    private record Identity(String tag, String unit, Span span) {}
}
