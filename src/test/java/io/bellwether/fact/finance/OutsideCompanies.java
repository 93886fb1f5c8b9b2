package io.bellwether.fact.finance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Companies that no model was fitted on, and which of them failed: made up, or from a file that somebody has. */
final class OutsideCompanies {

    private static final int MADE_UP = 3_000;
    private static final List<String> LINES = List.of(
            "currentAssets",
            "inventory",
            "totalReceivables",
            "ebitda",
            "netIncome",
            "marketValue",
            "netSales",
            "totalAssets",
            "totalLongTermDebt",
            "totalCurrentLiabilities",
            "totalLiabilities");

    /** @param years lines by their names in the API, oldest first */
    record Company(List<Map<String, Double>> years, boolean failed) {}

    private OutsideCompanies() {}

    /**
     * A row for each year of a company: {@code company}, {@code year}, {@code failed} (1 if it failed after its last year) and
     * the lines by their names in the API. Of each company the last three rows count.
     */
    static List<Company> read(Path csv) throws IOException {
        Map<String, List<CSVRecord>> rows = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
            parser.forEach(row -> rows.computeIfAbsent(row.get("company"), _ -> new ArrayList<>())
                    .add(row));
        }
        return rows.values().stream()
                .filter(years -> years.size() >= 3)
                .map(OutsideCompanies::company)
                .toList();
    }

    private static Company company(List<CSVRecord> rows) {
        List<CSVRecord> years = rows.stream()
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row.get("year"))))
                .toList();
        List<CSVRecord> last = years.subList(years.size() - 3, years.size());
        return new Company(
                last.stream().map(OutsideCompanies::lines).toList(),
                last.getLast().get("failed").equals("1"));
    }

    private static Map<String, Double> lines(CSVRecord row) {
        Map<String, Double> lines = new HashMap<>();
        LINES.forEach(line -> lines.put(line, Double.valueOf(row.get(line))));
        return lines;
    }

    /** Weak ones fail more often, and some of their books have zeros and signs where formulas break. */
    static List<Company> madeUp() {
        Random random = new Random(2026);
        List<Company> companies = new ArrayList<>();
        for (int i = 0; i < MADE_UP; i++) {
            double strength = random.nextGaussian();
            boolean failed = random.nextDouble() < 1 / (1 + Math.exp(3 + 1.5 * strength));
            double size = Math.exp(4 + 2 * random.nextGaussian());
            List<Map<String, Double>> years = new ArrayList<>();
            for (int year = 0; year < 3; year++) {
                years.add(year(random, strength - 0.2 * year * (failed ? 1 : 0), size));
            }
            companies.add(new Company(years, failed));
        }
        return companies;
    }

    private static Map<String, Double> year(Random random, double strength, double size) {
        double assets = size * (1 + 0.1 * random.nextGaussian());
        double liabilities =
                odd(random, 0, assets * Math.clamp(0.5 - 0.15 * strength + 0.2 * random.nextGaussian(), 0.02, 3));
        double sales = odd(random, 0, assets * Math.exp(0.4 * random.nextGaussian()));
        double ebitda = odd(random, 0, assets * (0.06 + 0.07 * strength + 0.08 * random.nextGaussian()));
        double current = assets * (0.2 + 0.6 * random.nextDouble());
        return Map.ofEntries(
                Map.entry("totalAssets", assets),
                Map.entry("totalLiabilities", liabilities),
                Map.entry("netSales", sales),
                Map.entry("ebitda", ebitda),
                Map.entry("currentAssets", current),
                Map.entry("inventory", current * 0.3 * random.nextDouble()),
                Map.entry("totalReceivables", current * 0.3 * random.nextDouble()),
                Map.entry("netIncome", odd(random, 0, ebitda - 0.05 * assets)),
                Map.entry("marketValue", assets * Math.exp(0.7 * strength + 0.6 * random.nextGaussian())),
                Map.entry("totalLongTermDebt", odd(random, 0, liabilities * random.nextDouble())),
                Map.entry("totalCurrentLiabilities", odd(random, -1e-7, liabilities * random.nextDouble())));
    }

    private static double odd(Random random, double seldom, double usual) {
        return random.nextInt(50) == 0 ? seldom : usual;
    }
}
