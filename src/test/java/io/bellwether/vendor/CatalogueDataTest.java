package io.bellwether.vendor;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueDataTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> entries = read();

    @Test
    void knowsAtLeastSixtyVendors() {
        assertThat(entries).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void listsEachVendorOnceInOrderOfItsSlug() {
        assertThat(entries)
                .extracting(entry -> entry.path("slug").asText())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyEntryIsWellFormed() {
        assertThat(entries)
                .allSatisfy(entry -> assertThat(CatalogueEntryRules.faults(entry))
                        .as(entry.path("slug").asText())
                        .isEmpty());
    }

    @Test
    void oneTickerMeansOneCompany() {
        var companies = entries.stream()
                .map(entry -> entry.path("legalEntity"))
                .filter(legal -> legal.has("cik"))
                .collect(groupingBy(legal -> legal.path("ticker").asText()));

        assertThat(companies.values())
                .allSatisfy(legal -> assertThat(legal)
                        .extracting(one -> one.path("cik").asText())
                        .containsOnly(legal.getFirst().path("cik").asText()));
    }

    @ParameterizedTest(name = "{0} = {1} is a fault")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            /slug                  | 'Acme Corp'
            /slug                  | ''
            /name                  | ''
            /category              | 'Work management'
            /website               | 'http://acme.example'
            /website               | 'not a url'
            /statusPage/format     | 'CARRIER_PIGEON'
            /statusPage/url        | null
            /statusPage/url        | 'http://status.acme.example'
            /statusPage/machineUrl | 'ftp://status.acme.example'
            /statusPage/evidence   | 'HEARSAY'
            /legalEntity/ticker    | 'acme'
            /legalEntity/cik       | '12345678901'
            /legalEntity/cik       | 'CIK123'
            /verifiedAt            | '2026-13-01'
            /verifiedAt            | null
            /notes                 | ''
            /colour                | 'blue'
            /statusPage/colour     | 'blue'
            """)
    void aBrokenEntryIsFound(String pointer, String value) {
        ObjectNode entry = acme();
        int split = pointer.lastIndexOf('/');
        ((ObjectNode) entry.at(pointer.substring(0, split))).put(pointer.substring(split + 1), value);

        assertThat(CatalogueEntryRules.faults(entry)).isNotEmpty();
    }

    @Test
    void aSoundEntryHasNoFault() {
        assertThat(CatalogueEntryRules.faults(acme())).isEmpty();
    }

    private static ObjectNode acme() {
        try {
            return (ObjectNode) JSON.readTree("""
                    {
                      "slug": "acme", "name": "Acme", "category": "WORK_MANAGEMENT",
                      "website": "https://acme.example", "domains": ["acme.example"],
                      "statusPage": {
                        "url": "https://status.acme.example", "format": "STATUSPAGE", "evidence": "LIVE_2026_09"
                      },
                      "legalEntity": {"ticker": "ACME", "cik": "1234567"},
                      "verifiedAt": "2026-09-11"
                    }
                    """);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<JsonNode> read() {
        try (var file = CatalogueDataTest.class.getResourceAsStream("/catalogue.json")) {
            return StreamSupport.stream(JSON.readTree(file).spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
