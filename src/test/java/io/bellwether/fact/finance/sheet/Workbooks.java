package io.bellwether.fact.finance.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, part by part, as no program would make them. */
final class Workbooks {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private Workbooks() {}

    /** One sheet, {@code Figures}, with these rows. */
    static byte[] of(String rows) {
        return zip(parts(rows));
    }

    static Map<String, String> parts(String rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", relations("r1", "officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", workbook(""));
        parts.put("xl/_rels/workbook.xml.rels", relations("r1", "worksheet", "worksheets/sheet1.xml"));
        parts.put(SHEET, "<worksheet xmlns=\"urn:m\"><sheetData>" + rows + "</sheetData></worksheet>");
        return parts;
    }

    static String workbook(String properties) {
        return "<workbook xmlns=\"urn:m\" xmlns:r=\"urn:r\">" + properties
                + "<sheets><sheet name=\"Figures\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>";
    }

    static String relations(String... idTypeTarget) {
        StringBuilder relations = new StringBuilder("<Relationships xmlns=\"urn:p\">");
        for (int i = 0; i < idTypeTarget.length; i += 3) {
            relations.append("<Relationship Id=\"%s\" Type=\"urn:t/%s\" Target=\"%s\"/>"
                    .formatted(idTypeTarget[i], idTypeTarget[i + 1], idTypeTarget[i + 2]));
        }
        return relations.append("</Relationships>").toString();
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
