package io.bellwether.fact.finance;

import io.bellwether.core.finance.filed.Figure;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.core.finance.filed.Flag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure and where it comes from.
 *
 * @param value in US dollars, or in shares: its sources, each with its sign, added up
 * @param flags what to know before relying on it
 */
public record FigureView(double value, Set<Flag> flags, List<Source> sources) {

    private static final String ARCHIVE = "https://www.sec.gov/Archives/edgar/data/";

    /**
     * @param sign 1 where it is added, -1 where it is taken off
     * @param start first day of its period; null for what holds at the end of a day
     * @param end last day of its period
     * @param filed when it became known
     * @param url of the filing
     * @param earlier other values that were filed before for the same
     */
    public record Source(
            int sign,
            String tag,
            @Nullable LocalDate start,
            LocalDate end,
            double value,
            String accession,
            String form,
            LocalDate filed,
            String url,
            List<Earlier> earlier) {}

    /** A value that a later filing has restated. */
    public record Earlier(double value, String accession, String form, LocalDate filed) {

        static Earlier of(FiledFact fact) {
            return new Earlier(fact.value(), fact.accession(), fact.form(), fact.filed());
        }
    }

    static FigureView of(long cik, Figure figure) {
        return new FigureView(
                figure.value(),
                figure.flags(),
                figure.sources().stream().map(source -> source(cik, source)).toList());
    }

    private static Source source(long cik, Figure.Source source) {
        FiledFact fact = source.fact();
        return new Source(
                source.sign(),
                fact.tag(),
                fact.start(),
                fact.end(),
                fact.value(),
                fact.accession(),
                fact.form(),
                fact.filed(),
                url(cik, fact),
                source.earlier().stream().map(Earlier::of).toList());
    }

    static String url(long cik, FiledFact fact) {
        return ARCHIVE + cik + "/" + fact.accession().replace("-", "") + "/";
    }
}
