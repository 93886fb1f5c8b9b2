package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Derives what companies do not file: the year to any quarter's end, and quarters that only cumulative figures tell. */
final class Books {

    /** The float is of the middle of a fiscal year, and holds until the next one is told, at the longest. */
    private static final long OLDEST_FLOAT_DAYS = 500;

    /** Shorter than any quarter, whose end has a report of its own. */
    private static final long LATEST_COVER_DAYS = 88;

    private final FiledFacts facts;
    private final Map<FiledItem, List<Recipe>> recipes = new EnumMap<>(FiledItem.class);

    Books(FiledFacts facts) {
        this.facts = facts;
        for (FiledItem item : FiledItem.values()) {
            recipes.put(item, item.byRecency(facts));
        }
    }

    /** The year that ends on a day, with what was owned and owed at its end. */
    PeriodStatement yearTo(LocalDate end) {
        Map<FiledItem, Figure> figures = new EnumMap<>(FiledItem.class);
        Map<FiledItem, String> missing = new EnumMap<>(FiledItem.class);
        for (FiledItem item : FiledItem.values()) {
            Optional<Figure> figure = item.isFlow() ? year(item, end) : balance(item, end);
            figure.ifPresentOrElse(found -> figures.put(item, found), () -> missing.put(item, why(item, end)));
        }
        Checks.assumeNone(figures, missing, facts);
        Checks.flag(figures);
        return new PeriodStatement(end, figures, missing);
    }

    /** Empty when it is neither filed nor told by two cumulative figures that began on the same day. */
    Optional<Figure> quarter(FiledItem item, LocalDate end) {
        return first(item, end, this::quarter);
    }

    Optional<Figure> year(FiledItem item, LocalDate end) {
        return first(item, end, this::year);
    }

    private Optional<Figure> first(FiledItem item, LocalDate end, BiFunction<Recipe, LocalDate, Optional<Figure>> way) {
        return recipes.getOrDefault(item, List.of()).stream()
                .flatMap(recipe -> way.apply(recipe, end).stream())
                .findFirst();
    }

    private Optional<Figure> balance(FiledItem item, LocalDate end) {
        if (item == FiledItem.PUBLIC_FLOAT) {
            return first(item, end, this::lately).map(figure -> figure.with(Flag.PUBLIC_FLOAT));
        }
        Optional<Figure> stated = first(item, end, (recipe, day) -> recipe.at(facts, Span.at(day)));
        return item == FiledItem.SHARES_OUTSTANDING
                ? stated.or(() -> first(item, end, this::soon).map(figure -> figure.with(Flag.COVER)))
                : stated;
    }

    private Optional<Figure> soon(Recipe recipe, LocalDate end) {
        return recipe.spans(facts).reversed().stream()
                .filter(span -> span.end().isAfter(end) && !span.end().isAfter(end.plusDays(LATEST_COVER_DAYS)))
                .flatMap(span -> recipe.at(facts, span).stream())
                .findFirst();
    }

    private Optional<Figure> lately(Recipe recipe, LocalDate end) {
        return recipe.spans(facts).stream()
                .filter(span -> !span.end().isAfter(end) && span.end().isAfter(end.minusDays(OLDEST_FLOAT_DAYS)))
                .flatMap(span -> recipe.at(facts, span).stream())
                .findFirst();
    }

    private Optional<Figure> year(Recipe recipe, LocalDate end) {
        return filed(recipe, end, Length.YEAR).or(() -> trailing(recipe, end));
    }

    private Optional<Figure> filed(Recipe recipe, LocalDate end, Length length) {
        return ending(recipe, end).stream()
                .filter(span -> span.is(length))
                .flatMap(span -> recipe.at(facts, span).stream())
                .findFirst();
    }

    /** The last fiscal year, and this one so far, without the same part of the last one: all by the same tags. */
    private Optional<Figure> trailing(Recipe recipe, LocalDate end) {
        return ending(recipe, end).stream()
                .filter(span -> span.length().isPresent())
                .flatMap(soFar -> trailing(recipe, soFar).stream())
                .findFirst();
    }

    private Optional<Figure> trailing(Recipe recipe, Span soFar) {
        LocalDate start = soFar.start();
        if (start == null) {
            return Optional.empty();
        }
        Optional<Span> year = ending(recipe, start.minusDays(1)).stream()
                .filter(span -> span.is(Length.YEAR))
                .findFirst();
        Optional<Span> before = year.flatMap(last -> recipe.spans(facts).stream()
                .filter(span -> span.startsOn(last.start()))
                .filter(span -> span.length().equals(soFar.length()) && span.endsAYearBefore(soFar.end()))
                .findFirst());
        if (year.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        return recipe.at(facts, year.get())
                .flatMap(last -> recipe.at(facts, soFar)
                        .filter(now -> alike(last, now))
                        .flatMap(now -> recipe.at(facts, before.get())
                                .filter(then -> alike(now, then))
                                .map(then -> last.and(1, now).and(-1, then))));
    }

    private Optional<Figure> quarter(Recipe recipe, LocalDate end) {
        return filed(recipe, end, Length.QUARTER)
                .or(() -> ending(recipe, end).stream()
                        .flatMap(soFar -> rest(recipe, soFar).stream())
                        .findFirst());
    }

    /** What a cumulative figure has more than the one a quarter before it, which began on the same day. */
    private Optional<Figure> rest(Recipe recipe, Span soFar) {
        Optional<Length> shorter = soFar.length().flatMap(Length::shorter);
        if (shorter.isEmpty()) {
            return Optional.empty();
        }
        return recipe.spans(facts).stream()
                .filter(span -> span.startsOn(soFar.start()) && span.is(shorter.get()))
                .filter(span -> new Span(span.end().plusDays(1), soFar.end()).is(Length.QUARTER))
                .findFirst()
                .flatMap(before -> recipe.at(facts, soFar)
                        .flatMap(whole -> recipe.at(facts, before)
                                .filter(part -> alike(whole, part))
                                .map(part -> whole.and(-1, part))));
    }

    /** Whether both have the parts that may be missing, or neither: else their difference would be of two kinds. */
    private static boolean alike(Figure one, Figure other) {
        return one.sources().size() == other.sources().size();
    }

    /** Shortest last. */
    private List<Span> ending(Recipe recipe, LocalDate end) {
        return recipe.spans(facts).stream()
                .filter(span -> span.end().equals(end))
                .sorted()
                .toList();
    }

    private String why(FiledItem item, LocalDate end) {
        if (!item.everFiled(facts)) {
            return "never filed under a tag that is known";
        }
        boolean stated = item.ends(facts).anyMatch(end::equals);
        return stated && item.isFlow()
                ? "an operand is missing: the year before, or the same part of it"
                : "not filed for " + end;
    }
}
