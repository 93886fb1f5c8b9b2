package io.bellwether.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Made-up companies as {@code POST /api/v1/finance/assessments} takes them. */
final class Batch {

    private static final List<String> LINES = List.of(
            "currentAssets",
            "costOfGoodsSold",
            "depreciationAndAmortization",
            "ebitda",
            "inventory",
            "netIncome",
            "totalReceivables",
            "marketValue",
            "netSales",
            "totalAssets",
            "totalLongTermDebt",
            "ebit",
            "grossProfit",
            "totalCurrentLiabilities",
            "retainedEarnings",
            "totalRevenue",
            "totalLiabilities",
            "totalOperatingExpenses");

    private Batch() {}

    static byte[] of(int companies) {
        Random random = new Random(2026);
        StringJoiner all = new StringJoiner(",", "{\"companies\":[", "]}");
        for (int company = 0; company < companies; company++) {
            StringJoiner years = new StringJoiner(",", "{\"statements\":[", "]}");
            for (int year = 0; year < 3; year++) {
                StringJoiner lines = new StringJoiner(",", "{", "}");
                LINES.forEach(
                        line -> lines.add("\"" + line + "\":" + Report.text("%.3f", 1_000 * random.nextDouble())));
                years.add(lines.toString());
            }
            all.add(years.toString());
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }
}
