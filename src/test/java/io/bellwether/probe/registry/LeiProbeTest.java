package io.bellwether.probe.registry;

import static io.bellwether.probe.registry.ScriptedRegister.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeiProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String LEI = "529900EXAMPLE0000000";
    private static final String PARENT = "529900PARENT00000011";
    private static final String PATH = "/api/v1/lei-records/" + LEI;

    private final ScriptedRegister index = new ScriptedRegister();
    private final LeiProbe probe = new LeiProbe(new Gleif(
            ScriptedSource.sources(NOW),
            TestJson.json(),
            Optional.of(index.source().base().resolve("/api/v1/"))));

    LeiProbeTest() throws IOException {}

    @BeforeEach
    void anActiveEntity() {
        index.put(PATH, entity("ACTIVE", "ISSUED", ""));
    }

    @AfterEach
    void stop() {
        index.close();
    }

    @Test
    void tellsWhoItIsAndThatNothingIsWrong() {
        Verdict verdict = run();

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("ACME LTD (" + LEI + ") is ACTIVE, its registration ISSUED.");
        assertThat(verdict.findings())
                .extracting(Finding::signal, Finding::value)
                .containsExactly(
                        tuple("legal-entity-status", "ACTIVE"),
                        tuple("legal-entity-registration", "ISSUED"),
                        tuple("legal-entity-proceedings", "NONE"),
                        tuple("legal-entity-name", "ACME LTD"),
                        tuple("legal-entity-parent", "NONE_REPORTED"),
                        tuple("legal-entity-ultimate-parent", "NONE_REPORTED"));
        assertThat(verdict.findings()).allSatisfy(finding -> {
            assertThat(finding.dimension()).isEqualTo(Dimension.FINANCIAL);
            assertThat(finding.key()).isEqualTo("lei:" + LEI + ":" + finding.signal());
            assertThat(finding.occurredAt()).isEqualTo(NOW);
            assertThat(finding.source()).endsWith("/record/" + LEI);
        });
        assertThat(state(verdict, "legal-entity-name").detail())
                .containsEntry("jurisdiction", "GB")
                .containsEntry("registeredAs", "01234567");
        assertThat(index.source().asked()).containsExactly(PATH, PATH + "/direct-parent", PATH + "/ultimate-parent");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} since {4}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            ACTIVE   | ISSUED    | -                                                                        | ACTIVE   | -
            ACTIVE   | LAPSED    | -                                                                        | ACTIVE   | -
            ACTIVE   | RETIRED   | -                                                                        | INACTIVE | -
            INACTIVE | RETIRED   | "expiration": {"date": "2026-05-06T00:00:00Z", "reason": "DISSOLVED"}    | INACTIVE | 2026-05-06
            INACTIVE | RETIRED   | "expiration": {"date": "2026-05-06T00:00:00Z", "reason": "OTHER"}        | INACTIVE | 2026-05-06
            INACTIVE | ISSUED    | "expiration": null                                                       | INACTIVE | -
            INACTIVE | MERGED    | "expiration": {"date": "2026-05-06", "reason": "CORPORATE_ACTION"}       | MERGED   | 2026-05-06
            INACTIVE | RETIRED   | "expiration": {"date": null, "reason": "CORPORATE_ACTION"}               | MERGED   | -
            INACTIVE | RETIRED   | "successorEntity": {"lei": "529900PARENT00000011", "name": "OTHER PLC"}  | MERGED   | -
            INACTIVE | RETIRED   | "successorEntity": {"lei": null, "name": null}                           | INACTIVE | -
            NULL     | DUPLICATE | -                                                                        | UNKNOWN  | -
            NULL     | ANNULLED  | -                                                                        | UNKNOWN  | -
            TOMORROW | ISSUED    | -                                                                        | UNKNOWN  | -
            """)
    void tellsAnEndFromAMerger(String status, String registration, String more, String value, String since) {
        index.put(PATH, entity(status, registration, more == null ? "" : "," + more));

        Finding state = state(run(), "legal-entity-status");

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.detail().get("since")).isEqualTo(since);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISSUED",
                "LAPSED",
                "RETIRED",
                "MERGED",
                "ANNULLED",
                "DUPLICATE",
                "CANCELLED",
                "TRANSFERRED",
                "PENDING_TRANSFER",
                "PENDING_ARCHIVAL",
                "PENDING_VALIDATION"
            })
    void tellsTheRegistration(String status) {
        index.put(PATH, entity("ACTIVE", status, ""));

        Finding state = state(run(), "legal-entity-registration");

        assertThat(state.value()).isEqualTo(status);
        assertThat(state.detail().get("since")).isEqualTo(status.equals("LAPSED") ? "2026-04-01" : null);
    }

    @Test
    void aRegistrationThatIsNotToldIsUnknown() {
        index.put(PATH, entity("ACTIVE", "TOMORROW", ""));
        assertThat(state(run(), "legal-entity-registration").value()).isEqualTo("UNKNOWN");
        index.put(PATH, entity("ACTIVE", "ISSUED", "").replace("\"registration\"", "\"other\""));
        assertThat(state(run(), "legal-entity-registration").value()).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest(name = "{0} {1} on {2}: {3}")
    @CsvSource(nullValues = "-", textBlock = """
            BANKRUPTCY,            IN_PROGRESS,         2026-03-01, INSOLVENCY
            BANKRUPTCY,            IN_PROGRESS,         2020-03-01, INSOLVENCY
            BANKRUPTCY,            COMPLETED,           2026-03-01, INSOLVENCY
            BANKRUPTCY,            COMPLETED,           2020-03-01, NONE
            BANKRUPTCY,            COMPLETED,           -,          NONE
            BANKRUPTCY,            COMPLETED,           2027-03-01, NONE
            BANKRUPTCY,            WITHDRAWN_CANCELLED, 2026-03-01, NONE
            INSOLVENCY,            IN_PROGRESS,         2026-03-01, INSOLVENCY
            VOLUNTARY_ARRANGEMENT, IN_PROGRESS,         2026-03-01, ARRANGEMENT
            LIQUIDATION,           IN_PROGRESS,         2026-03-01, LIQUIDATION
            LIQUIDATION,           IN_PROGRESS,         -,          LIQUIDATION
            DISSOLUTION,           COMPLETED,           2026-03-01, LIQUIDATION
            CHANGE_LEGAL_NAME,     COMPLETED,           2026-03-01, NONE
            CHANGE_LEGAL_FORM,     COMPLETED,           2026-03-01, NONE
            MERGERS_AND_ACQUISITIONS, COMPLETED,        2026-03-01, NONE
            SPINOFF,               IN_PROGRESS,         2026-03-01, NONE
            """)
    void tellsProceedings(String type, String status, String at, String value) {
        index.put(PATH, withEvents(entity("ACTIVE", "ISSUED", ""), event(type, status, at)));

        Finding state = state(run(), "legal-entity-proceedings");

        assertThat(state.value()).isEqualTo(value);
        assertThat(state.detail().get("since")).isEqualTo(value.equals("NONE") ? null : at);
    }

    @Test
    void tellsTheWorstOfSeveralProceedings() {
        index.put(
                PATH,
                withEvents(
                        entity("ACTIVE", "ISSUED", ""),
                        event("DISSOLUTION", "IN_PROGRESS", "2026-09-01") + ","
                                + event("INSOLVENCY", "IN_PROGRESS", "2026-03-01")));

        assertThat(state(run(), "legal-entity-proceedings").value()).isEqualTo("INSOLVENCY");
    }

    @Test
    void theEndOfAMergedCompanyIsNoTrouble() {
        index.put(PATH, withEvents(entity("INACTIVE", "MERGED", ""), event("DISSOLUTION", "COMPLETED", "2026-09-01")));

        assertThat(state(run(), "legal-entity-proceedings").value()).isEqualTo("NONE");
    }

    @Test
    void eventsThatAreNotToldAreUnknown() {
        index.put(PATH, entity("ACTIVE", "ISSUED", "").replace("\"eventGroups\": []", "\"eventGroups\": null"));

        assertThat(state(run(), "legal-entity-proceedings").value()).isEqualTo("UNKNOWN");
    }

    @Test
    void showsItsParentsWhoseTroubleIsNotItsOwn() {
        String parent = entity("INACTIVE", "LAPSED", "").replace(LEI, PARENT).replace("ACME LTD", "HOLDING PLC");
        index.put(PATH + "/direct-parent", parent).put(PATH + "/ultimate-parent", parent);

        Verdict verdict = run();

        assertThat(state(verdict, "legal-entity-parent").value()).isEqualTo(PARENT);
        assertThat(state(verdict, "legal-entity-parent").detail())
                .containsEntry("name", "HOLDING PLC")
                .containsEntry("status", "INACTIVE")
                .containsEntry("registration", "LAPSED");
        assertThat(state(verdict, "legal-entity-ultimate-parent").value()).isEqualTo(PARENT);
        assertThat(state(verdict, "legal-entity-status").value()).isEqualTo("ACTIVE");
    }

    @Test
    void asksForNoParentWhereTheRecordSaysWhyThereIsNoneAndFollowsNoLinks() {
        String links = """
                , "relationships": {
                    "direct-parent": {"links": {"reporting-exception": "https://elsewhere.example/x"}},
                    "ultimate-parent": {"links": {"lei-record": "https://elsewhere.example/y"}}}""";
        index.put(PATH, entity("ACTIVE", "ISSUED", "").replace("\"id\":", "\"x\": 1" + links + ", \"id\":"));

        assertThat(state(run(), "legal-entity-parent").value()).isEqualTo("NONE_REPORTED");
        assertThat(index.source().asked()).containsExactly(PATH, PATH + "/ultimate-parent");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                           | 200 | <html>Welcome</html>                                        | UNEXPECTED_FORMAT
                           | 200 | null                                                        | UNEXPECTED_FORMAT
                           | 200 | {"data": []}                                                | UNEXPECTED_FORMAT
                           | 200 | {"data": {"attributes": {"lei": "529900PARENT00000011"}}}   | UNEXPECTED_FORMAT
                           | 200 | {"data": {"attributes": {}}                                 | UNEXPECTED_FORMAT
                           | 401 | {}                                                          | NOT_CONFIGURED
                           | 403 | {}                                                          | UNEXPECTED_STATUS
                           | 404 | {"errors": []}                                              | NOT_CONFIGURED
                           | 429 | {}                                                          | BOT_WALL
                           | 500 | {}                                                          | UNEXPECTED_STATUS
                           | 301 | {}                                                          | UNEXPECTED_STATUS
            /direct-parent | 500 | {}                                                          | UNEXPECTED_STATUS
            /ultimate-parent | 200 | []                                                        | UNEXPECTED_FORMAT
            """)
    void blamesNobodyForAnIndexThatFails(String path, int status, String body, Cause cause) {
        index.put(PATH + (path == null ? "" : path), new Canned(status, body, Map.of("Location", "/elsewhere")));

        Verdict verdict = run();

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).as(verdict.reason()).isEqualTo(cause);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void leavesAnIndexAloneThatAsksToSlowDown() {
        index.put(PATH, new Canned(429, "", Map.of("Retry-After", "1800")));
        assertThat(run().cause()).isEqualTo(Cause.BOT_WALL);
        index.put(PATH, entity("ACTIVE", "ISSUED", ""));

        assertThat(run(NOW.plus(Duration.ofMinutes(29))).cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(index.source().asked()).hasSize(1);
        assertThat(run(NOW.plus(Duration.ofMinutes(30))).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void readsNoDeepAndNoHugeAnswer() {
        index.put(PATH, "{\"data\":".repeat(100_000));
        assertThat(run().cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        index.put(PATH, "{\"data\": \"" + "a".repeat(2_000_000) + "\"}");
        assertThat(run().cause()).isEqualTo(Cause.BODY_TOO_LARGE);
    }

    @Test
    void cutsANameThatIsTooLong() {
        index.put(PATH, entity("ACTIVE", "ISSUED", "").replace("ACME LTD", "ACME\\u0000" + "x".repeat(100_000)));

        assertThat(String.valueOf(state(run(), "legal-entity-name").value()))
                .startsWith("ACME.x")
                .hasSizeLessThan(210);
    }

    @Test
    void asksNobodyWhenNoIndexIsConfigured() {
        LeiProbe none = new LeiProbe(new Gleif(ScriptedSource.sources(NOW), TestJson.json(), Optional.empty()));

        Verdict verdict = none.run(new LeiProbe.Settings(LEI), ScriptedSource.at(NOW));

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("BELLWETHER_GLEIF_BASE_URL");
    }

    private Verdict run() {
        return run(NOW);
    }

    private Verdict run(Instant at) {
        return probe.run(new LeiProbe.Settings(LEI), ScriptedSource.at(at));
    }

    private static String entity(String status, String registration, String more) {
        return """
                {"data": {"type": "lei-records", "id": "%1$s", "attributes": {"lei": "%1$s",
                  "entity": {"legalName": {"name": "ACME LTD", "language": "en"}, "status": "%2$s", "jurisdiction": "GB",
                             "registeredAs": "01234567", "legalForm": {"id": "H0PO"}, "eventGroups": []%4$s},
                  "registration": {"status": "%3$s", "nextRenewalDate": "2026-04-01T10:00:00Z",
                                   "corroborationLevel": "FULLY_CORROBORATED"}}}}""".formatted(LEI, status, registration, more);
    }

    private static String withEvents(String entity, String events) {
        return entity.replace(
                "\"eventGroups\": []",
                "\"eventGroups\": [{\"groupType\": \"STANDALONE\", \"events\": [" + events + "]}]");
    }

    private static String event(String type, String status, String at) {
        String date = at == null ? "null" : "\"" + at + "T00:00:00Z\"";
        return "{\"type\": \"%s\", \"status\": \"%s\", \"effectiveDate\": %s, \"recordedDate\": null}"
                .formatted(type, status, date);
    }
}
