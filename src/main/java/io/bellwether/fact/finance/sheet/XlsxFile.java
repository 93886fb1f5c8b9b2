package io.bellwether.fact.finance.sheet;

import io.bellwether.platform.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A workbook in Office Open XML (ECMA-376 part 1, 18), as far as values of cells go. Whoever sends one is not trusted: libraries
 * that read such files believe what a file says of its size, so that a reference to a column far out fills the memory.
 */
final class XlsxFile {

    private static final int MOST_SHEETS = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_OF_OLD_MACS = LocalDate.of(1904, 1, 1);

    private final Archive archive;

    /** By identifier: where each part that the workbook is made of stands. */
    private final Map<String, String> parts = new LinkedHashMap<>();

    private final List<String> strings = new ArrayList<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private LocalDate dayZero = FIRST_DAY;

    private XlsxFile(Archive archive) {
        this.archive = archive;
    }

    static List<Sheet> read(byte[] body) {
        XlsxFile file = new XlsxFile(Archive.unpack(body));
        file.workbook();
        return file.sheets.entrySet().stream()
                .map(sheet -> new Sheet(
                        sheet.getKey(),
                        file.dayZero,
                        new SheetPart(sheet.getKey(), file.strings).read(file.archive.require(sheet.getValue()))))
                .toList();
    }

    private void workbook() {
        String workbook = main();
        String directory = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        String relations = directory + "_rels/" + workbook.substring(directory.length()) + ".rels";
        Xml.walk(archive.require(relations), element -> {
            if (element.getLocalName().equals("Relationship")) {
                String target = resolve(directory, value(Xml.attribute(element, "Target")));
                parts.put(value(Xml.attribute(element, "Id")), target);
                if (value(Xml.attribute(element, "Type")).endsWith("/sharedStrings")) {
                    strings.addAll(SharedStrings.read(archive.require(target)));
                }
            }
        });
        Xml.walk(archive.require(workbook), element -> {
            switch (element.getLocalName()) {
                case "workbookPr" -> dayZero = dayZero(value(Xml.attribute(element, "date1904")));
                case "sheet" -> sheet(value(Xml.attribute(element, "name")), value(Xml.attribute(element, "id")));
                default -> {
                    // Says nothing of values.
                }
            }
        });
    }

    private String main() {
        List<String> found = new ArrayList<>();
        Xml.walk(archive.require("_rels/.rels"), element -> {
            if (value(Xml.attribute(element, "Type")).endsWith("/officeDocument")) {
                found.add(resolve("", value(Xml.attribute(element, "Target"))));
            }
        });
        if (found.isEmpty()) {
            throw Archive.broken();
        }
        return found.getFirst();
    }

    private void sheet(String name, String id) {
        String part = parts.get(id);
        if (part == null || sheets.put(name, part) != null) {
            throw Archive.broken();
        }
        if (sheets.size() > MOST_SHEETS) {
            throw Problem.badRequest(
                    "The workbook has more than " + MOST_SHEETS + " sheets; send one with the statements alone.");
        }
    }

    private static String resolve(String directory, String target) {
        return target.startsWith("/") ? target.substring(1) : directory + target;
    }

    private static LocalDate dayZero(String date1904) {
        return date1904.equals("1") || date1904.equals("true") ? FIRST_DAY_OF_OLD_MACS : FIRST_DAY;
    }

    private static String value(@Nullable String attribute) {
        return Objects.requireNonNullElse(attribute, "");
    }
}
