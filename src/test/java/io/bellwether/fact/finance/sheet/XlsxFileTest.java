package io.bellwether.fact.finance.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxFileTest {

    private static final String BROKEN =
            "The body is no XLSX workbook, or a broken one;" + " save it again as .xlsx and send the file as it is.";

    @Test
    void readsWhatAnotherProgramHasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("Cover").value(0, 0, "Grüße & <more>");
            Worksheet sheet = workbook.newWorksheet("Figures");
            sheet.value(0, 1, LocalDate.of(2025, 12, 31));
            sheet.style(0, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 0, " ebitda ");
            sheet.value(1, 1, -12.5);
            sheet.inlineString(2, 27, "far out");
            sheet.value(3, 0, "");
            sheet.formula(4, 0, "SUM(B1:B2)");
        }

        List<Sheet> sheets = XlsxFile.read(bytes.toByteArray());

        assertThat(sheets).extracting(Sheet::name).containsExactly("Cover", "Figures");
        assertThat(sheets.getFirst().cells()).extracting(Cell::text).containsExactly("Grüße & <more>");
        assertThat(sheets.getLast().cells())
                .extracting(Cell::address, Cell::text, Cell::number)
                .containsExactly(
                        tuple("B1", "46022.0", true),
                        tuple("A2", "ebitda", false),
                        tuple("B2", "-12.5", true),
                        tuple("AB3", "far out", false),
                        tuple("A5", "=SUM(B1:B2)", true));
        assertThat(sheets.getLast().dayZero()).isEqualTo(LocalDate.of(1899, 12, 30));
        assertThat(LocalDate.of(1899, 12, 30).plusDays(46022)).isEqualTo("2025-12-31");
    }

    @Test
    void takesTheLastValueOfAFormulaAndTheErrorOfABrokenOne() {
        byte[] workbook = Workbooks.of("""
                <row r="3"><c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="e"><f>1/0</f><v>#DIV/0!</v></c>
                <c r="D3" t="str"><f>"a"</f><v>a</v></c><c r="E3" s="4"/></row>""");

        assertThat(XlsxFile.read(workbook).getFirst().cells())
                .extracting(Cell::address, Cell::text, Cell::number)
                .containsExactly(tuple("B3", "2", true), tuple("C3", "#DIV/0!", false), tuple("D3", "a", false));
    }

    @Test
    void cellsThatDoNotSayWhereTheyStandFollowEachOther() {
        byte[] workbook = Workbooks.of(
                "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>");

        assertThat(XlsxFile.read(workbook).getFirst().cells())
                .extracting(Cell::address)
                .containsExactly("A1", "D1", "E1", "A2");
    }

    @Test
    void textsComeInPiecesAndWithReadings() {
        Map<String, String> parts = Workbooks.parts("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c></row>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                Workbooks.relations("r1", "worksheet", "/" + Workbooks.SHEET, "r2", "sharedStrings", "texts.xml"));
        parts.put(
                "xl/texts.xml",
                "<sst><si><t>no</t></si><si><r><t>total</t></r><rPh><t>reading</t></rPh><r><t> assets</t></r></si></sst>");

        assertThat(XlsxFile.read(Workbooks.zip(parts)).getFirst().cells())
                .extracting(Cell::text)
                .containsExactly("total assets");
    }

    @Test
    void knowsTheDaysOfOldMacs() {
        Map<String, String> parts = Workbooks.parts("");
        parts.put("xl/workbook.xml", Workbooks.workbook("<workbookPr date1904=\"1\"/>"));

        assertThat(XlsxFile.read(Workbooks.zip(parts)).getFirst().dayZero()).isEqualTo("1904-01-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"CW1\"><v>1</v></c></row>",
                "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"
            })
    void aCellFarOutIsNamedAndTakesNoRoom(String rows) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> XlsxFile.read(Workbooks.of(rows)))
                .satisfies(problem -> assertThat(problem.errors().getFirst().detail())
                        .startsWith("Sheet 'Figures', row 1")
                        .endsWith("A sheet may have 1000 rows and 100 columns; remove what is beyond."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"x\"><c><v>1</v></c></row>",
                "<row r=\"-1\"><c><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"1\"><v>1</v></c></row>",
                "<row r=\"1\"><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row>",
                "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>",
                "<row r=\"1\"><c><v>1</v></row>",
                "&xxe;"
            })
    void whatIsBrokenIsRefused(String rows) {
        assertThatThrownBy(() -> XlsxFile.read(Workbooks.of(rows)))
                .isInstanceOf(Problem.class)
                .hasMessage(BROKEN);
    }

    @Test
    void partsThatAreMissingAreRefused() {
        Workbooks.parts("").keySet().forEach(name -> {
            Map<String, String> parts = new LinkedHashMap<>(Workbooks.parts(""));
            parts.remove(name);
            assertThatThrownBy(() -> XlsxFile.read(Workbooks.zip(parts)))
                    .as(name)
                    .isInstanceOf(Problem.class)
                    .hasMessage(BROKEN);
        });
    }

    @Test
    void entitiesAreRefusedBeforeTheyGrow() {
        Map<String, String> parts = Workbooks.parts("");
        parts.put(
                Workbooks.SHEET,
                "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w><row><c><v>&b;</v></c></row></w>");

        assertThatThrownBy(() -> XlsxFile.read(Workbooks.zip(parts))).hasMessage(BROKEN);

        parts.put(Workbooks.SHEET, "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><w><row><c><v>1</v></c></row></w>");
        assertThatThrownBy(() -> XlsxFile.read(Workbooks.zip(parts))).hasMessage(BROKEN);
    }

    @Test
    void anArchiveIsUnpackedNoFurtherThanABound() {
        Map<String, String> parts = Workbooks.parts("");
        parts.put("xl/media/image.bin", " ".repeat(Archive.MOST_UNPACKED));
        byte[] bomb = Workbooks.zip(parts);

        assertThat(bomb.length).isLessThan(20_000);
        assertThatThrownBy(() -> XlsxFile.read(bomb)).hasMessageContaining("is larger than 8388608 bytes unpacked");

        Map<String, String> many = Workbooks.parts("");
        for (int i = 0; i < Archive.MOST_PARTS; i++) {
            many.put("part" + i, "");
        }
        assertThatThrownBy(() -> XlsxFile.read(Workbooks.zip(many))).hasMessageContaining("more than 500 parts");
    }

    @Test
    void aCellOfAMegabyteIsReadAndOneTextForManyCellsIsCut() {
        String rows = "<row r=\"1\">" + "<c r=\"A1\" t=\"s\"><v>0</v></c>".repeat(50_000) + "</row>";
        Map<String, String> parts = Workbooks.parts(rows);
        parts.put(
                "xl/_rels/workbook.xml.rels",
                Workbooks.relations("r1", "worksheet", "/" + Workbooks.SHEET, "r2", "sharedStrings", "texts.xml"));
        parts.put("xl/texts.xml", "<sst><si><t>" + " x".repeat(500_000) + "</t></si></sst>");

        assertThat(XlsxFile.read(Workbooks.zip(parts)).getFirst().cells())
                .hasSize(50_000)
                .allMatch(cell -> cell.text().length() == 999);
    }

    @Test
    void anOldOrLockedWorkbookIsNamed() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

        assertThatThrownBy(() -> XlsxFile.read(old)).hasMessageContaining("has a password or is an old .xls");
    }

    @Test
    void tooManySheetsAreRefused() {
        Map<String, String> parts = Workbooks.parts("");
        StringBuilder sheets = new StringBuilder("<workbook xmlns:r=\"urn:r\">");
        for (int i = 0; i < 21; i++) {
            sheets.append("<sheet name=\"S").append(i).append("\" r:id=\"r1\"/>");
        }
        parts.put("xl/workbook.xml", sheets.append("</workbook>").toString());

        assertThatThrownBy(() -> XlsxFile.read(Workbooks.zip(parts))).hasMessageContaining("more than 20 sheets");
    }

    /** Whatever the bytes: a table or a problem, nothing else. */
    @Test
    void damagedBytesNeverDoHarm() {
        Random random = new Random(20_261_123);
        byte[] sound = Workbooks.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = Arrays.copyOf(sound, i % 10 == 0 ? random.nextInt(sound.length) : sound.length);
            for (int j = 0; j < 1 + random.nextInt(3) && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += refuses(damaged);
        }
        for (int i = 0; i < 2000; i++) {
            Map<String, String> parts = Workbooks.parts("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
            String name = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
            byte[] part = parts.get(name).getBytes(StandardCharsets.ISO_8859_1);
            part[random.nextInt(part.length)] = (byte) random.nextInt(128);
            parts.put(name, new String(part, StandardCharsets.ISO_8859_1));
            refused += refuses(Workbooks.zip(parts));
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static int refuses(byte[] workbook) {
        try {
            assertThat(XlsxFile.read(workbook)).isNotNull();
            return 0;
        } catch (Problem problem) {
            return 1;
        }
    }
}
