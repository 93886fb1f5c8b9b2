package io.bellwether.alert;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be assumed, over REST. */
@QuarkusTest
class SimulationFaultsTest {

    private final AlertWorld world;
    private String path = "";

    SimulationFaultsTest(AlertWorld world) {
        this.world = world;
    }

    @BeforeEach
    void aVendor() {
        path = "/api/v1/vendors/" + world.vendor().slug() + "/health/simulations";
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {"facts":[{"signal":"filing-8k-9.99"}]}                                  | /facts/0/signal     | filing-8k-1.03
            {"facts":[{}]}                                                           | /facts/0/signal     | outage
            {"facts":[null]}                                                         | /facts/0/signal     | outage
            {"facts":[{"signal":"outage"},{"signal":"outage"}]}                      | /facts/1            | One outage
            {"facts":[{"signal":"company-accounts","value":"OVERDUE"},{"signal":"company-accounts","value":"OVERDUE"}]} | /facts/1 | already
            {"facts":[{"signal":"tls-host-name","value":"FAIL"},{"signal":"tls-host-name","value":"PASS"}]} | /facts/1 | already
            {"facts":[{"signal":"outage","minutes":-1}]}                             | /facts/0/minutes    | between 0 and
            {"facts":[{"signal":"outage","minutes":1,"since":"2026-01-01"}]}         | /facts/0/minutes    | either
            {"facts":[{"signal":"outage","since":"2020-01-01"}]}                     | /facts/0/since      | 30 days
            {"facts":[{"signal":"outage","value":"DOWN"}]}                           | /facts/0/value      | minutes, since
            {"facts":[{"signal":"slower-than-usual"}]}                               | /facts/0/factor     | between 1
            {"facts":[{"signal":"filing-nt-10-k","occurredAt":"soon"}]}              | /facts/0/occurredAt | a date such as
            {"facts":[{"signal":"filing-nt-10-k","occurredAt":"2999-01-01"}]}        | /facts/0/occurredAt | asOf
            {"facts":[{"signal":"company-accounts","value":"LATE"}]}                 | /facts/0/value      | OVERDUE
            {"facts":[{"signal":"strict-transport-security"}]}                       | /facts/0/value      | FAIL, PASS
            {"facts":[{"signal":"tls-certificate-expiry","expiresAt":"never"}]}      | /facts/0/expiresAt  | a date such as
            {"facts":[{"signal":"breach","occuredAt":"2026-01-01"}]}                 | /facts/0/occuredAt  | occurredAt
            {"without":["filing-nt-10-k"]}                                           | /without/0          | known are
            {"facts":[{"signal":"layoffs","amount":300}]}                            | /facts/0/amount     | % of staff
            {"facts":[{"signal":"layoffs"}]}                                         | /facts/0/amount     | % of staff
            {"facts":[{"signal":"support-decay","amount":3}]}                        | /facts/0/amount     | has no number
            {"asOf":"2020-01-01"}                                                    | /asOf               | today or later
            {"asOf":"2999-01-01"}                                                    | /asOf               | 400 days
            {"asOf":"tomorrow"}                                                      | /asOf               | a date such as
            {"tier":"BEST"}                                                          | /tier               | STRATEGIC
            """)
    void whatCannotBeAssumedIsNamedWithWhatCan(String body, String pointer, String detail) {
        As.viewer()
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void ofAVendorThatIsNotThereNothingCanBeAssumed() {
        As.viewer()
                .body(Map.of())
                .post("/api/v1/vendors/nobody-has-this/health/simulations")
                .then()
                .statusCode(404)
                .body("status", equalTo(404));
    }
}
