package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values (RFC 4180) in UTF-8; semicolons and tabs separate as well, whichever the first line has most of. */
final class CsvFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private CsvFile() {}

    static Sheet read(byte[] body) {
        String text = text(body);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(text))
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            return new Sheet("", null, cells(parser));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw Problem.badRequest(
                    "The CSV cannot be read: a quote is opened and not closed, or stands in the middle of a"
                            + " cell. Write a quote within a cell twice.");
        }
    }

    private static List<Cell> cells(CSVParser parser) {
        List<Cell> cells = new ArrayList<>();
        for (CSVRecord row : parser) {
            int number = Math.toIntExact(row.getRecordNumber());
            for (int column = 1; column <= row.size(); column++) {
                String text = row.get(column - 1).strip();
                if (!text.isEmpty()) {
                    Bounds.check("", number, column);
                    cells.add(new Cell(number, column, text, false));
                }
            }
        }
        return List.copyOf(cells);
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("The CSV is not in UTF-8; save it as 'CSV UTF-8'.");
        }
    }

    private static char separator(String text) {
        String first = unquoted(
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
        char best = ',';
        long most = 0;
        for (char separator : SEPARATORS) {
            long count = first.chars().filter(letter -> letter == separator).count();
            if (count > most) {
                best = separator;
                most = count;
            }
        }
        return best;
    }

    private static String unquoted(String line) {
        StringBuilder outside = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            quoted ^= line.charAt(i) == '"';
            outside.append(quoted ? ' ' : line.charAt(i));
        }
        return outside.toString();
    }
}
