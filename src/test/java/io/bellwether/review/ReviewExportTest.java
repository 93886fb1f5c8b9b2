package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.bellwether.platform.Json;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewExportTest {

    private final RecordedQuarter quarter;
    private final Json json;

    private ReviewCalls reviews;

    ReviewExportTest(RecordedQuarter quarter, Json json) {
        this.quarter = quarter;
        this.json = json;
    }

    @BeforeEach
    void recordAQuarter() {
        reviews = ReviewCalls.ofNewVendor();
        quarter.record(reviews.slug());
    }

    @Test
    void exportsTheSameFiguresAsJsonAndAsCsv() throws IOException {
        String id = reviews.draft();
        reviews.comment(id, "actions", "=HYPERLINK(\"https://evil.example\")");
        ValidatableResponse asCsv = reviews.export(id, "csv").statusCode(200);
        String asJson = reviews.export(id, "json").statusCode(200).extract().asString();

        asCsv.header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"review-" + reviews.slug() + "-2001-Q2.csv\"");
        assertThat(asJson).isEqualTo(reviews.read(id).extract().asString());
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(asCsv.extract().asString()))
                .getRecords();
        JsonPath review = JsonPath.from(asJson).using(ReviewCalls.DOUBLES);
        assertThat(rows).hasSizeGreaterThan(100);
        for (CSVRecord row : rows) {
            assertSame(row, review);
        }
        assertThat(rows)
                .hasSize(leaves(json.map(asJson)) - review.getList("sections").size());
    }

    @Test
    void namesTheFormatsThatExist() {
        String id = reviews.draft();

        for (String format : List.of("xlsx", "PDF", "")) {
            reviews.export(id, format)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("format"))
                    .body("errors[0].detail", containsString("json, csv"));
        }
        As.viewer().get("/api/v1/reviews/" + id + "/export").then().statusCode(400);
    }

    /** Numbers are equal as numbers; text as text, apart from the guard against formulas. */
    private static void assertSame(CSVRecord row, JsonPath review) {
        String item = row.get("item").replaceAll("/(\\d+)", "[$1]");
        String field = row.get("field").replaceAll("/(\\d+)", "[$1]");
        String path = item.isEmpty() ? field : field.isEmpty() ? item : item + "." + field;
        String section = "sections.find { it.key == '" + row.get("section") + "' }.";
        boolean besideData = List.of("title", "comment", "commentedBy").contains(path);
        Object value =
                review.get(row.get("section").equals("review") ? path : section + (besideData ? "" : "data.") + path);
        String cell = row.get("value");
        switch (value) {
            case null -> assertThat(cell).as(row.toString()).isEmpty();
            case Number number ->
                assertThat(new BigDecimal(cell)).as(row.toString()).isEqualByComparingTo(number.toString());
            default -> assertThat(cell).as(row.toString()).isEqualTo(CsvExport.guarded(value.toString()));
        }
    }

    private static int leaves(Object value) {
        return switch (value) {
            case null -> 1;
            case Map<?, ?> map ->
                map.values().stream().mapToInt(ReviewExportTest::leaves).sum();
            case List<?> list ->
                list.stream().mapToInt(ReviewExportTest::leaves).sum();
            default -> 1;
        };
    }
}
