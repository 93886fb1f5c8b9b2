package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The filings of made-up companies, for tests. */
public final class Filings {

    private final List<FiledFact> facts = new ArrayList<>();
    private String form = "10-K";
    private LocalDate filed = LocalDate.EPOCH;
    private String unit = "USD";
    private int number;

    /**
     * A company with calendar years: 2022, 2023, 2024 and the first quarter of 2025, in millions. It earned 10 of 100, 12 of 120
     * and 14 of 140, and in the quarter 4 of 40 after 3 of 30 the year before.
     */
    public static Filings steady() {
        Filings filings = new Filings();
        for (int year = 2022; year <= 2024; year++) {
            filings.by("10-K", year + 1 + "-02-20").year(year, 100 + 20 * (year - 2022));
            filings.balance(year + "-12-31", 200 + 10 * (year - 2022));
        }
        filings.by("10-Q", "2025-05-02").flows("2025-01-01/2025-03-31", 40).flows("2024-01-01/2024-03-31", 30);
        return filings.balance("2025-03-31", 225);
    }

    /** What follows is in this filing. */
    public Filings by(String theForm, String day) {
        form = theForm;
        filed = LocalDate.parse(day);
        number++;
        return this;
    }

    public Filings in(String theUnit) {
        unit = theUnit;
        return this;
    }

    private Filings year(int year, double revenue) {
        return flows(year + "-01-01/" + year + "-12-31", revenue);
    }

    /** What belongs to a revenue: a tenth of it is earned. */
    public Filings flows(String period, double revenue) {
        return add("us-gaap:Revenues", period, revenue)
                .add("us-gaap:CostOfRevenue", period, 0.4 * revenue)
                .add("us-gaap:OperatingIncomeLoss", period, 0.15 * revenue)
                .add("us-gaap:NetIncomeLoss", period, 0.1 * revenue)
                .add("us-gaap:DepreciationDepletionAndAmortization", period, 0.05 * revenue)
                .add("us-gaap:NetCashProvidedByUsedInOperatingActivities", period, 0.2 * revenue);
    }

    /** What belongs to a total of assets: half of them is owed. */
    public Filings balance(String day, double assets) {
        return add("us-gaap:Assets", day, assets)
                .add("us-gaap:AssetsCurrent", day, 0.6 * assets)
                .add("us-gaap:LiabilitiesCurrent", day, 0.3 * assets)
                .add("us-gaap:Liabilities", day, 0.5 * assets)
                .add("us-gaap:StockholdersEquity", day, 0.5 * assets)
                .add("us-gaap:AccountsReceivableNetCurrent", day, 0.1 * assets)
                .add("us-gaap:RetainedEarningsAccumulatedDeficit", day, -0.2 * assets);
    }

    /** Of a period: two days with a slash between them, or of one day. */
    public Filings add(String tag, String period, double millions) {
        String[] days = period.split("/", -1);
        facts.add(new FiledFact(
                tag,
                unit,
                days.length == 1 ? null : LocalDate.parse(days[0]),
                LocalDate.parse(days[days.length - 1]),
                Math.round(millions * 1e6),
                "0000004711-25-%06d".formatted(number),
                form,
                filed));
        return this;
    }

    public Filings without(String tag, String period) {
        String end = period.substring(period.indexOf('/') + 1);
        String start = period.contains("/") ? period.substring(0, period.indexOf('/')) : "null";
        facts.removeIf(fact -> fact.tag().equals(tag)
                && fact.end().toString().equals(end)
                && String.valueOf(fact.start()).equals(start));
        return this;
    }

    public Filings without(String tag) {
        facts.removeIf(fact -> fact.tag().equals(tag));
        return this;
    }

    public Filings each(UnaryOperator<FiledFact> change) {
        facts.replaceAll(change);
        return this;
    }

    public List<FiledFact> facts() {
        return List.copyOf(facts);
    }

    Accounts on(String day) {
        return Accounts.of(facts, LocalDate.parse(day));
    }
}
