package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bellwether.core.finance.filed.FiledFact;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyFactsReaderTest {

    /** Made up, in the shape of the SEC's files. */
    static final String WIDGETS = """
            {"cik": 4711, "entityName": "WIDGETS INC ", "facts": {
              "dei": {"EntityPublicFloat": {"label": "x", "description": "y", "units": {"USD": [
                {"end": "2024-06-30", "val": 900000000, "accn": "0000004711-25-000001", "fy": 2024, "fp": "FY", "form": "10-K",
                 "filed": "2025-02-20", "frame": "CY2024Q2I"}]}}},
              "us-gaap": {
                "Assets": {"label": null, "description": "z", "units": {"USD": [
                  {"end": "2024-12-31", "val": 1.5e8, "accn": "0000004711-25-000001", "form": "10-K", "filed": "2025-02-20"},
                  {"end": "2024-12-31", "val": 150000000, "accn": "0000004711-25-000002", "form": "10-K", "filed": "2025-05-02"}],
                  "USD/shares": [{"end": "2024-12-31", "val": 1}]}},
                "AccountsPayableCurrent": {"units": {"USD": [{"end": "2024-12-31", "val": 7}]}},
                "NetIncomeLoss": {"units": {"EUR": [
                  {"start": "2024-01-01", "end": "2024-12-31", "val": -5, "accn": "0000004711-25-000001", "form": "20-F",
                   "filed": "2025-02-20"}]}}}},
             "more": [[1, {"a": 2}]]}""";

    @Test
    void readsTheFactsThatAreOfUseOnce() {
        CompanyFacts company = read(WIDGETS);

        assertThat(company.cik()).isEqualTo(4711);
        assertThat(company.name()).isEqualTo("WIDGETS INC");
        assertThat(company.unreadable()).isZero();
        assertThat(company.facts())
                .extracting(FiledFact::tag)
                .containsExactlyInAnyOrder("dei:EntityPublicFloat", "us-gaap:Assets", "us-gaap:NetIncomeLoss");
        assertThat(company.accessions()).containsExactlyInAnyOrder("0000004711-25-000001", "0000004711-25-000002");
        FiledFact loss = company.facts().stream()
                .filter(fact -> fact.unit().equals("EUR"))
                .findFirst()
                .orElseThrow();
        assertThat(loss.start()).isEqualTo("2024-01-01");
        assertThat(loss.end()).isEqualTo("2024-12-31");
        assertThat(loss.value()).isEqualTo(-5);
        assertThat(loss.form()).isEqualTo("20-F");
        assertThat(loss.filed()).isEqualTo("2025-02-20");
    }

    @Test
    void theNumberOfTheCompanyMayBeAText() {
        assertThat(read("{\"cik\": \"0000004711\", \"facts\": {}}").cik()).isEqualTo(4711);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"cik\": 4711, \"entityName\": \"\", \"facts\": {}}",
                "{\"cik\": 4711, \"facts\": null}",
                "{\"cik\": 4711, \"facts\": {\"us-gaap\": {\"Assets\": {\"units\": {\"USD\": []}}}}}",
                "{\"cik\": 4711, \"facts\": {\"us-gaap\": {\"Assets\": {\"units\": {\"USD\": 7}}}}}",
                "{\"cik\": 4711, \"facts\": {\"us-gaap\": [], \"dei\": {\"EntityPublicFloat\": 5}}}"
            })
    void aCompanyWithoutFiguresHasNone(String body) {
        assertThat(read(body).facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"end\": \"2024-12-31\", \"accn\": \"0000004711-25-000001\", \"form\": \"10-K\", \"filed\": \"2025-02-20\"}",
                "{\"end\": \"2024-12-32\", \"val\": 1, \"accn\": \"0000004711-25-000001\", \"filed\": \"2025-02-20\"}",
                "{\"end\": \"2024-12-31\", \"val\": \"1\", \"accn\": \"0000004711-25-000001\", \"filed\": \"2025-02-20\"}",
                "{\"end\": \"2024-12-31\", \"val\": 1e999, \"accn\": \"0000004711-25-000001\", \"filed\": \"2025-02-20\"}",
                "{\"end\": \"2024-12-31\", \"val\": 1, \"accn\": \"../../x\", \"filed\": \"2025-02-20\"}",
                "{\"end\": \"2024-12-31\", \"val\": 1, \"accn\": \"0000004711-25-000001\", \"filed\": null}",
                "{\"start\": {\"a\": [1]}, \"end\": [], \"val\": 1, \"accn\": 5}",
                "17",
                "[[]]"
            })
    void countsFactsThatLackSomething(String fact) {
        CompanyFacts company =
                read("{\"cik\": 1, \"facts\": {\"us-gaap\": {\"Assets\": {\"units\": {\"USD\": [" + fact + "]}}}}}");

        assertThat(company.facts()).isEmpty();
        assertThat(company.unreadable()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>",
                "{\"cik\": \"none\"}",
                "{\"cik\": 1, \"x\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}",
                "{\"cik\": 1, \"facts\": {\"us-gaap\": {\"Assets\": {\"units\": {\"USD\": [{\"val\": NaN}]}}}}}"
            })
    void refusesWhatIsNoSuchFile(String body) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(body));
    }

    @Test
    void refusesAFileThatEndsTooEarlyWhereverItEnds() {
        String whole = WIDGETS.strip();

        for (int length = 0; length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatIllegalArgumentException().as(part).isThrownBy(() -> read(part));
        }
    }

    @Test
    void refusesMoreFactsThanAnyCompanyHas() {
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i <= 50_000; i++) {
            facts.append(i == 0 ? "" : ",")
                    .append(
                            "{\"end\":\"2024-12-31\",\"val\":1,\"accn\":\"0000004711-25-000001\",\"filed\":\"2025-02-20\"}");
        }
        String body = "{\"cik\":1,\"facts\":{\"us-gaap\":{\"Assets\":{\"units\":{\"USD\":[" + facts + "]}}}}}";

        assertThatIllegalArgumentException().isThrownBy(() -> read(body)).withMessageContaining("50000 facts");
    }

    private static CompanyFacts read(String body) {
        return CompanyFactsReader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
