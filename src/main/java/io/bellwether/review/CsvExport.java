package io.bellwether.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * A review as a table (RFC 4180): one row for each single value of its JSON, with columns section, item, field, value. An item
 * is an element of a list, named by the list and its place: {@code months/0}; fields of fields are joined by dots.
 */
final class CsvExport {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("section", "item", "field", "value")
            .get();

    /** What makes a spreadsheet take a cell for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CSVPrinter printer;

    private CsvExport(CSVPrinter printer) {
        this.printer = printer;
    }

    /** @param review as JSON-shaped values */
    static String of(Map<String, Object> review) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
            new CsvExport(printer).review(review);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Text that begins like a formula gets an apostrophe before it; a number never does. */
    static String guarded(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private void review(Map<String, Object> review) throws IOException {
        for (Map.Entry<String, Object> member : review.entrySet()) {
            if (member.getKey().equals("sections")) {
                sections(list(member.getValue()));
            } else {
                member("review", member.getKey(), member.getValue());
            }
        }
    }

    private void sections(List<?> sections) throws IOException {
        for (Object element : sections) {
            Map<?, ?> section = (Map<?, ?>) element;
            String key = String.valueOf(section.get("key"));
            for (Map.Entry<?, ?> member : map(section.get("data")).entrySet()) {
                member(key, String.valueOf(member.getKey()), member.getValue());
            }
            row(key, "", "title", section.get("title"));
            row(key, "", "comment", section.get("comment"));
            row(key, "", "commentedBy", section.get("commentedBy"));
        }
    }

    private void member(String section, String name, @Nullable Object value) throws IOException {
        if (!(value instanceof List<?> elements)) {
            field(section, "", name, value);
            return;
        }
        for (int index = 0; index < elements.size(); index++) {
            field(section, name + "/" + index, "", elements.get(index));
        }
    }

    private void field(String section, String item, String path, @Nullable Object value) throws IOException {
        switch (value) {
            case Map<?, ?> fields -> {
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    String name = String.valueOf(field.getKey());
                    field(section, item, path.isEmpty() ? name : path + "." + name, field.getValue());
                }
            }
            case List<?> elements -> {
                for (int index = 0; index < elements.size(); index++) {
                    field(section, item, path + "/" + index, elements.get(index));
                }
            }
            case null, default -> row(section, item, path, value);
        }
    }

    private void row(String section, String item, String field, @Nullable Object value) throws IOException {
        Object cell = value instanceof String text ? guarded(text) : value;
        printer.printRecord(guarded(section), guarded(item), guarded(field), cell);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
