package io.bellwether.fact.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.fact.finance.sheet.Sheets;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of vendors that publish none. */
@QuarkusTest
class StatementsApiTest {

    private static final List<String> ENDS = List.of("2023-12-31", "2024-12-31", "2025-12-31");

    private final VendorRegister vendors;
    private final Jdbi jdbi;
    private Vendor vendor;
    private String path;

    StatementsApiTest(VendorRegister vendors, Jdbi jdbi) {
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(Samples.vendor());
        path = "/api/v1/vendors/" + vendor.slug() + "/finance/statements";
    }

    @Test
    void aWorkbookOfThreeYearsGivesAScoreWithItsTierInOneCall() {
        CheckVectors.Vector expected = CheckVectors.ALL.getFirst();

        JsonPath answer = upload(Sheets.XLSX, workbook(expected, sheet -> {}))
                .statusCode(201)
                .header("Location", containsString(path))
                .body("tier", equalTo("STATED"))
                .body("reason", nullValue())
                .body("stale", equalTo(false))
                .body("statements.fiscalYearEnd", equalTo(ENDS))
                .body("statements[0].source", equalTo("Sent by the vendor's controller"))
                .body("statements[0].asOf", equalTo("2026-03-01"))
                .body("statements[0].enteredBy", equalTo("test OWNER"))
                .extract()
                .jsonPath();

        assertThat(answer.getDouble("confidence")).isCloseTo(0.7, within(1e-6));
        assertThat(answer.getDouble("assessment.score.withoutMarketValue"))
                .isCloseTo(expected.scores().get("withoutMarketValue"), within(1e-3));
        assertThat(answer.getString("assessment.about")).contains("says nothing about private companies");
        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/finance")
                .then()
                .body("stated.tier", equalTo("STATED"))
                .body("stated.statements.fiscalYearEnd", equalTo(ENDS))
                .body("stated.assessment.score.withoutMarketValue", notNullValue())
                .body("standing.score", notNullValue())
                .body("standing.parts.find { it.part == 'STATEMENTS' }.tier", equalTo("STATED"))
                .body("standing.parts.find { it.part == 'STATEMENTS' }.coverage", equalTo(0.7f))
                .body("standing.parts.find { it.part == 'EVENTS' }.coverage", equalTo(0.0f));
    }

    @Test
    void aFaultInAWorkbookNamesSheetRowAndColumnAndNothingIsKept() {
        upload(Sheets.XLSX, workbook(CheckVectors.ALL.getFirst(), sheet -> sheet.value(11, 2, "about 5")))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("Figures!C12"))
                .body("errors[0].line", equalTo(12))
                .body("errors[0].column", equalTo(3))
                .body(
                        "errors[0].detail",
                        containsString("Sheet 'Figures', row 12, column C: 'about 5' is not a number. Write digits"));
        upload(
                        Sheets.XLSX,
                        workbook(CheckVectors.ALL.getFirst(), sheet -> sheet.value(6, 3, LocalDate.of(2100, 12, 31))))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("Figures!D7"))
                .body("errors[0].detail", containsString("Must be the last day of a year that is over"));
        As.viewer().get(path).then().statusCode(200).body("statements", empty(), "assessment", nullValue());
    }

    @Test
    void theTemplateFilledInIsTaken() {
        byte[] xlsx = As.viewer()
                .accept(ContentType.ANY)
                .get(path + "/template")
                .then()
                .statusCode(200)
                .contentType(Sheets.XLSX)
                .header("Content-Disposition", containsString("statements.xlsx"))
                .extract()
                .asByteArray();
        upload(Sheets.XLSX, xlsx)
                .statusCode(400)
                .body("errors.pointer", hasItem("Statements!B8"))
                .body("errors.detail", hasItem(containsString("Give at least one line of this year.")));

        String csv = As.viewer()
                .accept(ContentType.ANY)
                .get(path + "/template?format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        upload(Sheets.CSV, csv.replace("netIncome\r\n", "netIncome,1,2,-3\r\n").getBytes(StandardCharsets.UTF_8))
                .statusCode(201)
                .body("statements.lines.netIncome", contains(1.0f, 2.0f, -3.0f))
                .body("statements.source", hasItem("Entered by test OWNER"))
                .body("statements[0].confidence", equalTo(0.5f))
                .body("assessment.inputs.lossYears", equalTo(1.0f))
                .body("assessment.score.withoutMarketValue", nullValue());
        As.viewer()
                .accept(ContentType.ANY)
                .get(path + "/template?format=ods")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("format"));
    }

    @Test
    void statementsEnteredByHandAreTurnedIntoMillionsOfDollars() {
        enter(body("currency", "EUR", "exchangeRate", 1.1, "unit", "THOUSANDS"))
                .statusCode(201)
                .body("statements[0].lines.totalAssets", equalTo(1.1f))
                .body("statements[0].lines.sharesOutstanding", equalTo(0.01f))
                .body("statements[0].lines.netRevenueRetention", equalTo(104.0f))
                .body("statements[0].currency", equalTo("EUR"))
                .body("statements[0].exchangeRate", equalTo(1.1f));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            currency     | "EUR"        | /currency     | Give 'exchangeRate', how many US dollars one EUR is worth
            currency     | "euro"       | /currency     | ISO 4217
            exchangeRate | 1.1          | /exchangeRate | in US dollars already
            exchangeRate | 0            | /exchangeRate | above 0
            confidence   | 1.5          | /confidence   | between 0 and 1
            source       | " "          | /source       | 1 to 500
            asOf         | "2999-01-01" | /asOf         | not after today
            asOf         | "yesterday"  | /asOf         | a date such as
            unit         | "DOZENS"     | /unit         | ONES, THOUSANDS, MILLIONS
            years        | []           | /years        | between 1 and 10
            years        | [null]       | /years/0/fiscalYearEnd | a year that is over
            years        | [{"fiscalYearEnd":"2025-12-31","lines":{}}]                  | /years/0/lines | at least one line
            years        | [{"fiscalYearEnd":"2025-12-31","lines":{"sales":1}}]         | /years/0/lines/sales | There is no such line
            years        | [{"fiscalYearEnd":"2025-12-31","lines":{"ebit":1e300}}]      | /years/0/lines/ebit | between -1e15 and 1e15
            years        | [{"fiscalYearEnd":"2025-12-31","lines":{"totalAssets":-1}}]  | /years/0/lines/totalAssets | Cannot be negative
            years        | [{"fiscalYearEnd":"2025-12-31","lines":{"totalAssets":9,"currentAssets":10}}] | /years/0/lines/currentAssets | Cannot be more than totalAssets, which is 9.0
            years        | [{"fiscalYearEnd":"2999-12-31","lines":{"ebit":1}}]          | /years/0/fiscalYearEnd | a year that is over
            years        | [{"fiscalYearEnd":"2025-12-31","lines":{"ebit":1}},{"fiscalYearEnd":"2025-12-31","lines":{"ebit":1}}] | /years/1/fiscalYearEnd | there twice
            """)
    void aWrongFieldIsNamed(String field, String value, String pointer, String detail) {
        String sound = "\"years\":[{\"fiscalYearEnd\":\"2025-12-31\",\"lines\":{\"ebit\":1}}],";

        As.owner()
                .body("{" + (field.equals("years") ? "" : sound) + "\"" + field + "\":" + value + "}")
                .post(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.detail", hasItem(containsString(detail)));
        As.viewer().get(path).then().body("statements", empty());
    }

    @Test
    void aYearToldAgainTakesThePlaceOfTheOneBeforeWhichStaysOnRecord() {
        enter(body()).statusCode(201);
        enter(body("source", "Corrected")).statusCode(201).body("statements.source", contains("Corrected"));

        int ended = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM stated_statement WHERE vendor_id = :vendor AND ended_by = 'test OWNER'")
                .bind("vendor", vendor.id())
                .mapTo(Integer.class)
                .one());
        assertThat(ended).isEqualTo(1);
        As.admin()
                .get("/api/v1/audit?limit=20")
                .then()
                .body(
                        "items.findAll { it.subject == 'vendor/%s' }.action".formatted(vendor.slug()),
                        hasItem("statements.enter"));
    }

    @Test
    void aStatementRemovedNoLongerCounts() {
        String id = enter(body()).statusCode(201).extract().path("statements[0].id");
        String others = "/api/v1/vendors/" + vendors.create(Samples.vendor()).slug() + "/finance/statements/" + id;

        As.owner().delete(others).then().statusCode(404);
        As.viewer().get(path).then().body("statements", hasSize(1));
        As.owner().delete(path + "/" + id).then().statusCode(204);
        As.owner().delete(path + "/" + id).then().statusCode(204);
        As.viewer()
                .get(path)
                .then()
                .body("statements", empty(), "reason", equalTo("The vendor has told no statements."));
        As.viewer().get("/api/v1/vendors/nobody/finance/statements").then().statusCode(404);
        As.owner()
                .body(body())
                .post("/api/v1/vendors/nobody/finance/statements")
                .then()
                .statusCode(404);
    }

    @Test
    void yearsWithAGapAreNotAssessedAndOldOnesAreStale() {
        List<Map<String, Object>> years = new ArrayList<>();
        for (String end : List.of("2020-12-31", "2022-12-31", "2023-12-31")) {
            years.add(Map.of("fiscalYearEnd", end, "lines", Map.of("ebit", 1)));
        }

        enter(body("years", years))
                .statusCode(201)
                .body("assessment", nullValue())
                .body("confidence", nullValue())
                .body("stale", equalTo(true))
                .body("reason", containsString("there are those that ended on 2020-12-31, 2022-12-31, 2023-12-31"));
    }

    @Test
    void whatIsNoTableIsRefused() {
        upload(Sheets.XLSX, new byte[] {1, 2, 3}).statusCode(400).body("detail", containsString("no XLSX workbook"));
        upload(Sheets.XLSX, new byte[Sheets.LARGEST + 1]).statusCode(413);
        upload(Sheets.CSV, "a,b".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("detail", containsString("No sheet has"));
        upload("application/pdf", new byte[] {1}).statusCode(415);
    }

    @Test
    void theSameRequestTwiceIsAnsweredTheSame() {
        List<String> ids = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            ids.add(As.owner()
                    .header("Idempotency-Key", "same-" + vendor.slug())
                    .body(body())
                    .post(path)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("statements[0].id"));
        }
        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
    }

    private ValidatableResponse enter(Map<String, Object> body) {
        return As.owner().body(body).post(path).then();
    }

    private ValidatableResponse upload(String type, byte[] body) {
        return As.owner()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(type, ContentType.BINARY)))
                .contentType(type)
                .body(body)
                .post(path)
                .then();
    }

    private static Map<String, Object> body(Object... fieldsAndValues) {
        Map<String, Object> lines = Map.of("totalAssets", 1000, "sharesOutstanding", 10, "netRevenueRetention", 104);
        Map<String, Object> body =
                new HashMap<>(Map.of("years", List.of(Map.of("fiscalYearEnd", "2025-12-31", "lines", lines))));
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            body.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }
        return body;
    }

    /** As somebody would write it: years across, from row 7 on. */
    private static byte[] workbook(CheckVectors.Vector vector, Consumer<Worksheet> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            workbook.newWorksheet("Cover").value(0, 0, "Acme, private");
            Worksheet sheet = workbook.newWorksheet("Figures");
            sheet.value(0, 0, "Source");
            sheet.value(0, 1, "Sent by the vendor's controller");
            sheet.value(1, 0, "As of");
            sheet.value(1, 1, LocalDate.of(2026, 3, 1));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(2, 0, "Confidence");
            sheet.value(2, 1, 0.7);
            sheet.value(6, 0, "Fiscal year end");
            for (int year = 0; year < ENDS.size(); year++) {
                sheet.value(6, year + 1, LocalDate.parse(ENDS.get(year)));
                sheet.style(6, year + 1).format("dd/mm/yyyy").set();
            }
            int row = 7;
            for (String line : vector.statements().getFirst().keySet()) {
                sheet.value(row, 0, line);
                for (int year = 0; year < ENDS.size(); year++) {
                    sheet.value(row, year + 1, vector.statements().get(year).get(line));
                }
                row++;
            }
            change.accept(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
