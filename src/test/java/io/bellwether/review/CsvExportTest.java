package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvExportTest {

    private static Map<String, Object> review() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("whole", Map.of("availability", 0.99942));
        data.put("months", List.of(Map.of("minutes", Map.of("max", -0.5)), Map.of("name", "a,\"b\"\r\nc")));
        data.put("nothing", null);
        data.put("matrix", Map.of("rows", List.of(1, 2)));
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("key", "availability");
        section.put("title", "Availability");
        section.put("data", data);
        section.put("comment", "=cmd|'/c calc'!A1");
        section.put("commentedBy", null);
        Map<String, Object> review = new LinkedHashMap<>();
        review.put("period", "2026-Q4");
        review.put("sections", List.of(section));
        review.put("signOffs", new ArrayList<>(Arrays.asList(Map.of("lens", "IT"))));
        return review;
    }

    @Test
    void writesOneRowForEachSingleValue() throws IOException {
        assertThat(rows(CsvExport.of(review())))
                .containsExactly(
                        "section|item|field|value",
                        "review||period|2026-Q4",
                        "availability||whole.availability|0.99942",
                        "availability|months/0|minutes.max|-0.5",
                        "availability|months/1|name|a,\"b\"\r\nc",
                        "availability||nothing|",
                        "availability||matrix.rows/0|1",
                        "availability||matrix.rows/1|2",
                        "availability||title|Availability",
                        "availability||comment|'=cmd|'/c calc'!A1",
                        "availability||commentedBy|",
                        "review|signOffs/0|lens|IT");
    }

    @Test
    void endsLinesAndQuotesAsInRfc4180() {
        assertThat(CsvExport.of(review()))
                .startsWith("section,item,field,value\r\nreview,")
                .contains(",\"a,\"\"b\"\"\r\nc\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void disarmsTextThatLooksLikeAFormula(String text) {
        assertThat(CsvExport.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource({"'a=1'", "''", "'1-1'", "' =1'"})
    void leavesOtherTextAlone(String text) {
        assertThat(CsvExport.guarded(text)).isEqualTo(text);
    }

    private static List<String> rows(String csv) throws IOException {
        return CSVFormat.RFC4180.parse(new StringReader(csv)).stream()
                .map(CSVRecord::toList)
                .map(cells -> String.join("|", cells))
                .toList();
    }
}
