package io.bellwether.probe.registry;

import static io.bellwether.probe.registry.ScriptedRegister.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompaniesHouseProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PATH = "/company/01234567";
    private static final String NO_ITEMS = "{\"items\": [], \"total_results\": 0, \"total_count\": 0}";

    private final ScriptedRegister register = new ScriptedRegister();
    private final CompaniesHouseProbe probe = probe(Optional.of("key-of-the-tests"));

    CompaniesHouseProbeTest() throws IOException {}

    @BeforeEach
    void aHealthyCompany() {
        register.put(PATH, CompanySamples.PROFILE)
                .put(PATH + "/officers", NO_ITEMS)
                .put(
                        PATH + "/filing-history",
                        CompanySamples.filings("full 2025-03-31 2025-12-01", "full 2024-03-31 2024-12-01"));
    }

    @AfterEach
    void stop() {
        register.close();
    }

    @Test
    void tellsAHealthyCompanyAsStatesWithoutBadNews() {
        Verdict verdict = run();

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason())
                .isEqualTo("ACME LTD (01234567) is 'active' at Companies House; 9 entries read, 0 of them not told.");
        assertThat(verdict.findings().stream().collect(Collectors.toMap(Finding::signal, Finding::value)))
                .isEqualTo(Map.of(
                        "company-status", "ACTIVE",
                        "company-insolvency", "NONE",
                        "company-strike-off", "NONE",
                        "company-accounts", "IN_TIME",
                        "company-confirmation", "IN_TIME",
                        "company-floating-charge", "NONE",
                        "company-directors", "STEADY",
                        "company-accounts-type", "STEADY",
                        "company-accounts-date", "STEADY"));
        assertThat(verdict.findings()).allSatisfy(finding -> {
            assertThat(finding.dimension()).isEqualTo(Dimension.FINANCIAL);
            assertThat(finding.key()).isEqualTo("companies-house:01234567:" + finding.signal());
            assertThat(finding.occurredAt()).isEqualTo(NOW);
            assertThat(finding.source())
                    .isEqualTo("https://find-and-update.company-information.service.gov.uk/company/01234567");
        });
        assertThat(state(verdict, "company-status").detail())
                .containsEntry("name", "ACME LTD")
                .containsEntry("createdOn", "2010-05-04");
    }

    @Test
    void asksWithItsKeyAndOnlyForWhatTheProfileDoesNotDeny() {
        run();

        assertThat(register.authorization())
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString("key-of-the-tests:".getBytes(StandardCharsets.UTF_8)));
        assertThat(register.source().asked())
                .containsExactly(
                        PATH,
                        PATH + "/officers?items_per_page=100&start_index=0",
                        PATH + "/filing-history?category=accounts&items_per_page=100&start_index=0");
    }

    @Test
    void asksForWhatTheProfileIsSilentAbout() {
        register.put(PATH, CompanySamples.PROFILE.replaceAll("\"has_[a-z_]+\": false,", ""));

        Verdict verdict = run();

        assertThat(register.source().asked()).hasSize(5).contains(PATH + "/insolvency");
        assertThat(state(verdict, "company-insolvency").value()).isEqualTo("NONE");
        assertThat(state(verdict, "company-floating-charge").value()).isEqualTo("NONE");
    }

    @Test
    void aListThatIsLongerThanWhatIsReadLeavesTheQuestionOpen() {
        String hundred = IntStream.range(0, 100)
                .mapToObj(i -> "{\"officer_role\": \"director\", \"name\": \"D%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        register.put(PATH + "/officers", "{\"total_results\": 100000, \"items\": [" + hundred + "]}");

        Verdict verdict = run();

        assertThat(state(verdict, "company-directors").value()).isEqualTo("UNKNOWN");
        assertThat(register.source().asked())
                .filteredOn(path -> path.contains("/officers"))
                .containsExactly(
                        PATH + "/officers?items_per_page=100&start_index=0",
                        PATH + "/officers?items_per_page=100&start_index=100",
                        PATH + "/officers?items_per_page=100&start_index=200");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                            | 200 | <html>Welcome</html>                   | UNEXPECTED_FORMAT
                            | 200 | null                                   | UNEXPECTED_FORMAT
                            | 200 | []                                     | UNEXPECTED_FORMAT
                            | 200 | {}                                     | UNEXPECTED_FORMAT
                            | 200 | {"company_number": 1234567}            | UNEXPECTED_FORMAT
                            | 200 | {"company_number": "07654321"}         | UNEXPECTED_FORMAT
                            | 200 | {"company_number": "01234567"          | UNEXPECTED_FORMAT
                            | 401 | {}                                     | NOT_CONFIGURED
                            | 403 | {}                                     | UNEXPECTED_STATUS
                            | 404 | {}                                     | NOT_CONFIGURED
                            | 429 | {}                                     | BOT_WALL
                            | 500 | {}                                     | UNEXPECTED_STATUS
                            | 503 | {}                                     | UNEXPECTED_STATUS
                            | 302 | {}                                     | UNEXPECTED_STATUS
            /insolvency     | 200 | {}                                     | UNEXPECTED_FORMAT
            /insolvency     | 200 | {"cases": [                            | UNEXPECTED_FORMAT
            /insolvency     | 500 | {}                                     | UNEXPECTED_STATUS
            /charges        | 403 | {}                                     | UNEXPECTED_STATUS
            /charges        | 200 | {"errors": []}                         | UNEXPECTED_FORMAT
            /officers       | 429 | {}                                     | BOT_WALL
            /officers       | 200 | null                                   | UNEXPECTED_FORMAT
            /filing-history | 502 | {}                                     | UNEXPECTED_STATUS
            """)
    void blamesNobodyForARegisterThatFails(String path, int status, String body, Cause cause) {
        register.put(PATH, CompanySamples.PROFILE.replaceAll("\"has_[a-z_]+\": false,", ""))
                .put(PATH + (path == null ? "" : path), new Canned(status, body, Map.of("Location", "/elsewhere")));

        Verdict verdict = run();

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).as(verdict.reason()).isEqualTo(cause);
        assertThat(verdict.reason()).endsWith(".");
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void leavesARegisterAloneThatAsksToSlowDown() {
        register.put(PATH + "/officers", new Canned(429, "", Map.of("Retry-After", "3600")));
        assertThat(run().cause()).isEqualTo(Cause.BOT_WALL);
        register.put(PATH + "/officers", NO_ITEMS);
        int asked = register.source().asked().size();

        Verdict paused = run(NOW.plus(Duration.ofMinutes(60)).minusSeconds(1));

        assertThat(paused.cause()).as(paused.reason()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(paused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(register.source().asked()).hasSize(asked);
        assertThat(run(NOW.plus(Duration.ofMinutes(60))).outcome()).isEqualTo(Outcome.UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "["})
    void readsNoDeepAndNoHugeAnswer(String nest) {
        register.put(PATH, nest.repeat(150_000));
        assertThat(run().cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        register.put(PATH, "{\"company_name\": \"" + "a".repeat(2_000_000) + "\"}");
        assertThat(run().cause()).isEqualTo(Cause.BODY_TOO_LARGE);
        assertThat(run().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void keepsLittleOfWhatIsLong() {
        profile("ACME LTD", "A\\n" + "x".repeat(100_000));
        insolvency("{\"cases\": ["
                + String.join(",", Collections.nCopies(5_000, "{\"type\": \"" + "y".repeat(150) + "\"}")) + "]}");

        Verdict verdict = run();

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason().length()).isLessThan(400);
        assertThat(state(verdict, "company-insolvency").detail().toString().length())
                .isLessThan(5_000);
    }

    @Test
    void needsAKey() {
        Verdict verdict = probe(Optional.empty()).run(settings("1234567"), ScriptedSource.at(NOW));

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("BELLWETHER_COMPANIES_HOUSE_API_KEY");
        assertThat(register.source().asked()).isEmpty();
    }

    @Test
    void asksNobodyWhenNoRegisterIsConfigured() {
        CompaniesHouseProbe none = new CompaniesHouseProbe(
                new CompaniesHouse(ScriptedSource.sources(NOW), TestJson.json(), Optional.empty(), Optional.of("key")));

        Verdict verdict = none.run(settings("01234567"), ScriptedSource.at(NOW));

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("BELLWETHER_COMPANIES_HOUSE_BASE_URL");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"1234567, 01234567", "6, 00000006", "sc123456, SC123456", "IP00123R, IP00123R"})
    void writesNumbersAsTheRegisterDoes(String given, String number) {
        assertThat(TestSettings.faults(probe, Map.of("companyNumber", given))).isEmpty();
        assertThat(settings(given).number()).isEqualTo(number);
    }

    private Verdict run() {
        return run(NOW);
    }

    private Verdict run(Instant at) {
        return probe.run(settings("1234567"), ScriptedSource.at(at));
    }

    private CompaniesHouseProbe probe(Optional<String> key) {
        return new CompaniesHouseProbe(new CompaniesHouse(
                ScriptedSource.sources(NOW),
                TestJson.json(),
                Optional.of(register.source().base().resolve("/")),
                key));
    }

    private static CompaniesHouseProbe.Settings settings(String number) {
        return new CompaniesHouseProbe.Settings(number);
    }

    private ScriptedRegister profile(String part, String replacement) {
        assertThat(CompanySamples.PROFILE).contains(part);
        return register.put(PATH, CompanySamples.PROFILE.replace(part, replacement));
    }

    private void insolvency(String body) {
        register.put(PATH + "/insolvency", body);
        register.put(
                PATH,
                register.body(PATH).replace("\"has_insolvency_history\": false", "\"has_insolvency_history\": true"));
    }
}
