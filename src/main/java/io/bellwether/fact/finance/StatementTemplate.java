package io.bellwether.fact.finance;

import io.bellwether.core.finance.Line;
import io.bellwether.core.finance.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty table of statements, to be filled in and sent back. */
final class StatementTemplate {

    static final String SHEET = "Statements";

    private static final int LABEL_WIDTH = 30;
    private static final int VALUE_WIDTH = 16;

    private StatementTemplate() {}

    /** @param today decides which three calendar years are over */
    static byte[] csv(LocalDate today) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecords(rows(today));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same as a workbook. */
    static byte[] xlsx(LocalDate today) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Bellwether", null)) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            List<List<String>> rows = rows(today);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                    sheet.width(column, column == 0 ? LABEL_WIDTH : VALUE_WIDTH);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<List<String>> rows(LocalDate today) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("currency", NewStatements.DOLLAR));
        rows.add(List.of("exchangeRate", ""));
        rows.add(List.of("unit", StatementUnit.MILLIONS.name()));
        rows.add(List.of("source", ""));
        rows.add(List.of("asOf", today.toString()));
        rows.add(List.of("confidence", ""));
        rows.add(List.of(""));
        rows.add(years(today));
        for (Line line : Line.values()) {
            rows.add(List.of(line.key()));
        }
        return rows;
    }

    private static List<String> years(LocalDate today) {
        List<String> years = new ArrayList<>(List.of(StatementSheet.YEAR_END));
        for (int ago = Window.YEARS; ago > 0; ago--) {
            years.add(LocalDate.of(today.getYear() - ago, 12, 31).toString());
        }
        return years;
    }
}
