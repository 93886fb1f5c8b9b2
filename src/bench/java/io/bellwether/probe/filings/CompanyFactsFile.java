package io.bellwether.probe.filings;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A made-up company's {@code companyfacts}, in the SEC's shape: by quarters and years, each repeated a year later as the figure
 * before, and most of it under tags that no statement of ours is made of.
 */
public final class CompanyFactsFile {

    /** Of revenue; it loses money, so that what its statements take from the score is seen. */
    private static final Map<String, Double> FLOWS = new TreeMap<>(Map.of(
            "Revenues", 1.0,
            "CostOfRevenue", 0.6,
            "GrossProfit", 0.4,
            "OperatingIncomeLoss", -0.35,
            "NetIncomeLoss", -0.4,
            "DepreciationDepletionAndAmortization", 0.1,
            "NetCashProvidedByUsedInOperatingActivities", -0.05,
            "PaymentsToAcquirePropertyPlantAndEquipment", 0.05));

    private static final Map<String, Double> BALANCES = new TreeMap<>(Map.of(
            "Assets", 1.0,
            "AssetsCurrent", 0.6,
            "LiabilitiesCurrent", 0.3,
            "Liabilities", 0.5,
            "StockholdersEquity", 0.5,
            "InventoryNet", 0.05,
            "AccountsReceivableNetCurrent", 0.1,
            "LongTermDebtNoncurrent", 0.15,
            "RetainedEarningsAccumulatedDeficit", -0.2,
            "CashAndCashEquivalentsAtCarryingValue", 0.2));

    private static final int FIRST_YEAR = 2009;
    private static final int LAST_YEAR = 2024;

    private CompanyFactsFile() {}

    /**
     * The same for every number but for that number.
     *
     * @param bytes how large it is at least; small ones hold nothing but what is wanted
     */
    public static byte[] of(long cik, int bytes) {
        StringBuilder file =
                new StringBuilder("{\"cik\":" + cik + ",\"entityName\":\"Made up\",\"facts\":{\"us-gaap\":{");
        StringJoiner tags = new StringJoiner(",");
        FLOWS.forEach((tag, share) -> tags.add(tag(tag, flows(share))));
        BALANCES.forEach((tag, share) -> tags.add(tag(tag, balances(share))));
        file.append(tags);
        for (int other = 1; file.length() < bytes; other++) {
            file.append(',').append(tag("OtherFigureOfTheNotesNumber" + other, flows(1)));
        }
        return file.append("}}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(String tag, String facts) {
        return "\"" + tag + "\":{\"label\":\"" + tag + "\",\"description\":\"Made up.\",\"units\":{\"USD\":[" + facts
                + "]}}";
    }

    /** Each quarter's year so far, as reports state it, and the year. */
    private static String flows(double share) {
        StringJoiner facts = new StringJoiner(",");
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (int quarters = 1; quarters <= 4; quarters++) {
                LocalDate end =
                        LocalDate.of(year, 1, 1).plusMonths(3L * quarters).minusDays(1);
                long value = Math.round(share * quarters * (25e6 + (year - FIRST_YEAR) * 3e6));
                String period = "\"start\":\"" + year + "-01-01\",\"end\":\"" + end + "\"";
                facts.add(fact(period, value, end, 0)).add(fact(period, value, end, 1));
            }
        }
        return facts.toString();
    }

    private static String balances(double share) {
        StringJoiner facts = new StringJoiner(",");
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (int quarters = 1; quarters <= 4; quarters++) {
                LocalDate end =
                        LocalDate.of(year, 1, 1).plusMonths(3L * quarters).minusDays(1);
                long value = Math.round(share * (200e6 + (year - FIRST_YEAR) * 20e6 + quarters * 1e6));
                facts.add(fact("\"end\":\"" + end + "\"", value, end, 0))
                        .add(fact("\"end\":\"" + end + "\"", value, end, 1));
            }
        }
        return facts.toString();
    }

    /** @param later in how many years' report it is stated */
    private static String fact(String period, long value, LocalDate end, int later) {
        LocalDate filed = end.plusYears(later).plusDays(45);
        boolean annual = end.getMonthValue() == 12;
        return String.format(
                Locale.ROOT,
                "{%s,\"val\":%d,\"accn\":\"0000000001-%02d-%06d\",\"fy\":%d,\"fp\":\"%s\",\"form\":\"%s\",\"filed\":\"%s\"}",
                period,
                value,
                filed.getYear() % 100,
                filed.getDayOfYear(),
                end.getYear() + later,
                annual ? "FY" : "Q" + (end.getMonthValue() / 3),
                annual ? "10-K" : "10-Q",
                filed);
    }
}
