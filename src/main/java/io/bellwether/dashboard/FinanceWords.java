package io.bellwether.dashboard;

import io.bellwether.core.finance.filed.Flag;
import io.bellwether.core.score.FilingState;
import java.util.Map;

/** What the terms of the page of finances mean in plain words. */
final class FinanceWords {

    private static final Map<String, String> INPUTS = Map.ofEntries(
            Map.entry("meTl", "Market value against liabilities"),
            Map.entry("tlTa", "Liabilities against assets"),
            Map.entry("ebitdaTl", "Operating earnings against liabilities"),
            Map.entry("quickCashCl", "Quick cash against what is due within a year"),
            Map.entry("runwayYrs", "How long the quick cash lasts"),
            Map.entry("ltdEbitda", "Long-term debt against operating earnings"),
            Map.entry("niTa", "Net income against assets"),
            Map.entry("lossYears", "Years with a loss, of three"),
            Map.entry("gSales", "Growth of sales"),
            Map.entry("dMeTl", "Change of market value against liabilities"),
            Map.entry("volNiTa", "How much net income swings"),
            Map.entry("wcTa", "Working capital against assets"));

    private static final Map<String, String> FORMULAS = Map.of(
            "altmanZ", "Altman Z",
            "altmanZPrime", "Altman Z′, for private companies",
            "altmanZDoublePrime", "Altman Z″, for companies that make nothing",
            "altmanZDoublePrimeWithoutDeferredRevenue", "Altman Z″ without deferred revenue",
            "ohlsonO", "Ohlson O",
            "zmijewski", "Zmijewski",
            "piotroskiF", "Piotroski F");

    private FinanceWords() {}

    /** Of an input of the scorecard. */
    static String input(String key) {
        return INPUTS.getOrDefault(key, key);
    }

    /** Of a classic formula. */
    static String formula(String key) {
        return FORMULAS.getOrDefault(key, key);
    }

    static String state(FilingState.Kind kind) {
        return switch (kind) {
            case FAILED_OR_RESTRUCTURING -> "In bankruptcy proceedings";
            case ACQUIRED -> "Belongs to another company now";
            case COVERAGE_LOST -> "No longer publishes its figures";
            case EMERGED -> "Out of bankruptcy proceedings";
            case MERGER_PENDING -> "A merger is under way";
        };
    }

    static String flag(Flag flag) {
        return switch (flag) {
            case DERIVED -> "computed of several figures that were filed";
            case RESTATED -> "a later filing stated it otherwise; the later counts";
            case STALE -> "older than it should be";
            case ASSUMED_ZERO -> "never stated, taken as none";
            case COVER -> "of a day some weeks later, as the report's cover tells";
            case PUBLIC_FLOAT -> "what the public held in the middle of the year, not the market value of a day";
            case MOST_OF_YEAR -> "nearly the whole year in one quarter, perhaps mislabelled";
            case UNBALANCED -> "assets are not liabilities and equity together; not used";
            case MORE_THAN_WHOLE -> "larger than its whole; not used";
            case CONTRADICTORY -> "a large profit and a large outflow of cash, or the other way round; not used";
        };
    }
}
