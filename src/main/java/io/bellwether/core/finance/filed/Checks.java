package io.bellwether.core.finance.filed;

import java.util.List;
import java.util.Map;

/** Whether the figures of a statement can be true together. */
final class Checks {

    private static final double BALANCE_TOLERANCE = 0.01;
    private static final double MOST_OF_A_YEAR = 0.9;
    private static final double ABSURD_SHARE_OF_ASSETS = 0.5;

    private Checks() {}

    /** A company that states the total and never a part of it has none of it: software companies have no inventory. */
    static void assumeNone(Map<FiledItem, Figure> figures, Map<FiledItem, String> missing, FiledFacts facts) {
        assumeNone(FiledItem.INVENTORY, FiledItem.CURRENT_ASSETS, figures, missing, facts);
        assumeNone(FiledItem.LONG_TERM_DEBT, FiledItem.TOTAL_LIABILITIES, figures, missing, facts);
    }

    private static void assumeNone(
            FiledItem part,
            FiledItem whole,
            Map<FiledItem, Figure> figures,
            Map<FiledItem, String> missing,
            FiledFacts facts) {
        if (!figures.containsKey(part) && figures.containsKey(whole) && !part.everFiled(facts)) {
            figures.put(part, Figure.NONE);
            missing.remove(part);
        }
    }

    static void flag(Map<FiledItem, Figure> figures) {
        Figure assets = figures.get(FiledItem.TOTAL_ASSETS);
        Figure liabilities = figures.get(FiledItem.TOTAL_LIABILITIES);
        Figure equity = figures.get(FiledItem.EQUITY);
        if (assets != null && liabilities != null && equity != null && !balanced(assets, liabilities, equity)) {
            List.of(FiledItem.TOTAL_ASSETS, FiledItem.TOTAL_LIABILITIES, FiledItem.EQUITY)
                    .forEach(item -> flag(figures, item, Flag.UNBALANCED));
        }
        part(figures, FiledItem.CURRENT_ASSETS, FiledItem.TOTAL_ASSETS);
        part(figures, FiledItem.CURRENT_LIABILITIES, FiledItem.TOTAL_LIABILITIES);
        part(figures, FiledItem.CASH_AND_EQUIVALENTS, FiledItem.TOTAL_ASSETS);
        Figure income = figures.get(FiledItem.NET_INCOME);
        Figure cashFlow = figures.get(FiledItem.OPERATING_CASH_FLOW);
        if (assets != null && income != null && cashFlow != null && contradict(income, cashFlow, assets)) {
            flag(figures, FiledItem.NET_INCOME, Flag.CONTRADICTORY);
            flag(figures, FiledItem.OPERATING_CASH_FLOW, Flag.CONTRADICTORY);
        }
    }

    private static boolean contradict(Figure income, Figure cashFlow, Figure assets) {
        double absurd = ABSURD_SHARE_OF_ASSETS * Math.abs(assets.value());
        return income.value() * cashFlow.value() < 0
                && Math.abs(income.value()) > absurd
                && Math.abs(cashFlow.value()) > absurd;
    }

    private static boolean balanced(Figure assets, Figure liabilities, Figure equity) {
        return Math.abs(assets.value() - liabilities.value() - equity.value())
                <= BALANCE_TOLERANCE * Math.abs(assets.value());
    }

    /** Which of the two is wrong is not known. */
    private static void part(Map<FiledItem, Figure> figures, FiledItem part, FiledItem whole) {
        Figure less = figures.get(part);
        Figure more = figures.get(whole);
        if (less != null && more != null && less.value() > more.value()) {
            flag(figures, part, Flag.MORE_THAN_WHOLE);
            flag(figures, whole, Flag.MORE_THAN_WHOLE);
        }
    }

    private static void flag(Map<FiledItem, Figure> figures, FiledItem item, Flag flag) {
        figures.computeIfPresent(item, (_, figure) -> figure.with(flag));
    }

    /** A year's figure under a quarter's name looks like a quarter of the whole year. */
    static Figure quarter(Figure quarter, Figure year) {
        return Math.abs(quarter.value()) > MOST_OF_A_YEAR * Math.abs(year.value())
                ? quarter.with(Flag.MOST_OF_YEAR)
                : quarter;
    }
}
