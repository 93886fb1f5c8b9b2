package io.bellwether.probe.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.certificates.CertificateRules;
import io.bellwether.platform.TestJson;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.certificates.CertificatesProbe.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index of logs that hands out what it has after the id it is asked for, two at a time. */
class CertificatesProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String KEY = "key-of-the-tests";

    private final ScriptedSource source = new ScriptedSource();
    private final List<String> issued = new ArrayList<>();
    private final CertificatesProbe probe = probe(Optional.of(source), Optional.of(KEY));

    CertificatesProbeTest() throws IOException {
        source.says(request -> {
            String query = request.getRequestURI().getQuery();
            int at = query.indexOf("&after=");
            int from = at < 0 ? 0 : Integer.parseInt(query.substring(at + 7));
            List<String> page = issued.subList(Math.min(from, issued.size()), Math.min(from + 2, issued.size()));
            return ("Bearer " + KEY).equals(request.getRequestHeaders().getFirst("Authorization"))
                    ? Canned.ok("[" + String.join(",", page) + "]")
                    : new Canned(401, "", Map.of());
        });
    }

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void tellsWhatWasIssuedOfLate() {
        issue("Good CA", "2026-09-01T00:00:00Z", "2026-12-01T00:00:00Z");
        issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z");

        Verdict verdict = run(null);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        Finding event = verdict.findings().getFirst();
        assertThat(event.signal()).isEqualTo("certificate-issued");
        assertThat(event.key()).isEqualTo("certificate:shop.test:" + "%064x".formatted(2));
        assertThat(event.value()).isNull();
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(event.detail())
                .containsEntry("issuer", "Good CA")
                .containsEntry("names", List.of("shop.test", "www.shop.test"));
        assertThat(verdict.findings())
                .as("what was issued before we came is no news")
                .hasSize(2);
        assertThat(verdict.findings().getLast().value()).isEqualTo("NOT_APPLICABLE");
        assertThat(source.asked().getFirst())
                .isEqualTo("/v1/issuances?domain=shop.test&include_subdomains=false&expand=dns_names&expand=issuer");
    }

    @Test
    void goesOnWhereItEndedBefore() {
        IntStream.range(0, 5).forEach(i -> issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z"));

        assertThat(run(null).findings()).hasSize(6);
        assertThat(after()).containsExactly("", "2", "4", "5");

        issue("Good CA", "2026-11-21T00:00:00Z", "2027-02-18T00:00:00Z");
        assertThat(run(null).findings())
                .as("what is known is told again: it is the same fact")
                .hasSize(7);
        assertThat(after()).containsExactly("", "2", "4", "5", "5", "6");
    }

    @Test
    void readsTenPagesAtATime() {
        IntStream.range(0, 25).forEach(i -> issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z"));

        Verdict first = run(List.of("Good CA"));
        assertThat(source.asked()).hasSize(10);
        assertThat(first.reason()).endsWith("; there is more to read.");
        assertThat(first.findings().getLast().value()).isEqualTo("UNKNOWN");
        assertThat(run(List.of("Good CA")).findings().getLast().value()).isEqualTo("PASS");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Good CA                  | PASS
            good ca                  | PASS
            Good Trust Services, Inc. | PASS
            ca.good.example          | PASS
            CA.Good.example          | PASS
            Good                     | WARN
            Other CA                 | WARN
            """)
    void comparesTheIssuerWithThoseExpected(String expected, String value) {
        issue("Good CA", "2026-09-01T00:00:00Z", "2026-12-01T00:00:00Z");

        Finding state = run(List.of(expected)).findings().getLast();

        assertThat(state.signal()).isEqualTo(CertificateRules.ISSUER.id());
        assertThat(state.key()).isEqualTo("certificates:shop.test:issuer");
        assertThat(state.value()).isEqualTo(value);
    }

    @Test
    void forgetsAnUnexpectedIssuerWhenItsCertificateHasEnded() {
        issue("Good CA", "2026-09-01T00:00:00Z", "2027-12-01T00:00:00Z");
        issue("Strange CA", "2026-11-01T00:00:00Z", "2026-11-25T00:00:00Z");
        issue("Strange CA", "2026-10-01T00:00:00Z", "2026-11-24T00:00:00Z");

        Finding state = run(List.of("Good CA")).findings().getLast();
        assertThat(state.value()).isEqualTo("WARN");
        assertThat(String.valueOf(state.detail().get("unexpected")))
                .contains("Strange CA", "2026-11-25")
                .doesNotContain("Good CA");

        Verdict later = run(probe, settings(List.of("Good CA"), null), NOW.plus(Duration.ofDays(2)));
        assertThat(later.findings().getLast().value()).isEqualTo("PASS");
    }

    @Test
    void aRevokedCertificateIsToldAndIsNotGood() {
        issue("Good CA", "2026-11-01T00:00:00Z", "2027-12-01T00:00:00Z");
        issued.add(issuance(2, "Strange CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z")
                .replace("\"revoked\": false", "\"revoked\": true"));

        Verdict verdict = run(List.of("Good CA"));

        assertThat(verdict.findings())
                .extracting(Finding::signal)
                .containsExactly("certificate-issued", "certificate-unexpected-issuer");
        assertThat(verdict.findings().getLast().value()).isEqualTo("PASS");
    }

    @Test
    void goesOnBehindWhatItCannotRead() {
        issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z");
        issued.add("{\"id\": \"2\"}");
        issued.add("{\"id\": \"3\"}");

        Verdict verdict = run(List.of("Good CA"));
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).endsWith("; could not be read: 2.");
        assertThat(verdict.findings().getLast().value()).isEqualTo("PASS");

        issue("Strange CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z");
        assertThat(run(List.of("Good CA")).findings().getLast().value()).isEqualTo("WARN");
    }

    @Test
    void doesNotKnowWhoIssuedWhenItCanReadNothing() {
        issued.add("{\"id\": \"1\"}");

        Verdict verdict = run(List.of("Good CA"));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.findings().getLast().value()).isEqualTo("UNKNOWN");
    }

    @Test
    void keepsOfACertificateWhatItTells() {
        String many = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"" + "n".repeat(300) + i + "\"")
                .collect(Collectors.joining(","));
        String page = "["
                + issuance(1, "L".repeat(3_000), "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z")
                        .replace("\"shop.test\"", many)
                        .replace("\"ca.good.example\"", many)
                + "]";

        List<Issuance> read = TestJson.json().read(page, new TypeReference<>() {});

        assertThat(read).singleElement().satisfies(issuance -> {
            assertThat(issuance.names()).hasSize(20).allMatch(name -> name.length() <= 255);
            Issuance.Issuer issuer = Objects.requireNonNull(issuance.issuer());
            assertThat(issuer.caaDomains()).hasSize(20).allMatch(name -> name.length() <= 255);
            assertThat(issuer.name()).hasSize(1_000);
            assertThat(issuer.friendlyName()).hasSize(255);
        });
    }

    @Test
    void keepsDomainsWithAndWithoutWhatLiesBelowApart() {
        issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z");

        Verdict below = run(probe, settings(List.of("Other CA"), true), NOW);

        assertThat(below.findings().getLast().key()).isEqualTo("certificates:shop.test:below:issuer");
        assertThat(source.asked().getFirst()).contains("include_subdomains=true");
        assertThat(run(null).findings()).hasSize(2);
    }

    @Test
    void keepsWhatItHasReadWhenAPageFails() {
        IntStream.range(0, 3).forEach(i -> issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z"));
        source.says(request -> source.asked().size() == 1
                ? Canned.ok("[" + issued.get(0) + "]")
                : new Canned(429, "", Map.of("Retry-After", "3600")));

        Verdict verdict = run(List.of("Other CA"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.findings()).extracting(Finding::signal).containsExactly("certificate-issued");
        Verdict paused = run(null);
        assertThat(paused.cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(source.asked()).hasSize(2);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | {}                            | UNEXPECTED_FORMAT
            200 | null                          | UNEXPECTED_FORMAT
            200 | [{"id": "1"}]                 | UNEXPECTED_FORMAT
            200 | [{"dns_names": "shop.test"}]  | UNEXPECTED_FORMAT
            200 | [null]                        | UNEXPECTED_FORMAT
            200 | <html>                        | UNEXPECTED_FORMAT
            401 | {}                            | NOT_CONFIGURED
            500 | {}                            | UNEXPECTED_STATUS
            429 | {}                            | BOT_WALL
            """)
    void blamesNobodyForAnIndexThatFails(int status, String body, Cause cause) {
        source.says(status, body, Map.of());

        Verdict verdict = run(List.of("Good CA"));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).as(verdict.reason()).isEqualTo(cause);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.reason()).doesNotContain(KEY);
    }

    @Test
    void stopsWhenThePagesDoNotGoOn() {
        issue("Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z");
        source.says("[" + issued.getFirst() + "]");

        Verdict verdict = run(null);

        assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        assertThat(source.asked()).hasSize(2);
    }

    @Test
    void boundsWhatAPageMayHold() {
        String names = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"" + "n".repeat(300) + i + "\"")
                .collect(Collectors.joining(","));
        source.says(request -> Canned.ok(
                source.asked().size() == 1
                        ? "["
                                + issuance(1, "Good CA", "2026-11-20T00:00:00Z", "2027-02-18T00:00:00Z")
                                        .replace("\"www.shop.test\"", names)
                                + "]"
                        : "[]"));
        assertThat((List<?>) run(null).findings().getFirst().detail().get("names"))
                .hasSize(20)
                .allSatisfy(name -> assertThat(String.valueOf(name)).hasSizeLessThanOrEqualTo(255));

        source.says("[" + "{},".repeat(2_000) + "{}]");
        assertThat(run(null).cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
    }

    @Test
    void asksNobodyWhenNoIndexIsConfigured() {
        Verdict verdict = run(probe(Optional.empty(), Optional.empty()), settings(null, null), NOW);

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void refusesWhatIsNoDomain() {
        assertThat(TestSettings.faults(probe, Map.of("domain", "shop.test&after=1")))
                .hasSize(1);
        assertThat(TestSettings.faults(probe, Map.of("domain", "shop.test", "issuers", List.of())))
                .hasSize(1);
    }

    private List<String> after() {
        return source.asked().stream()
                .map(asked -> asked.contains("&after=") ? asked.substring(asked.indexOf("&after=") + 7) : "")
                .toList();
    }

    private Verdict run(@Nullable List<String> issuers) {
        return run(probe, settings(issuers, null), NOW);
    }

    private static Verdict run(CertificatesProbe probe, Settings settings, Instant at) {
        return probe.run(settings, ScriptedSource.at(at));
    }

    private static Settings settings(@Nullable List<String> issuers, @Nullable Boolean below) {
        return new Settings("Shop.test", below, issuers);
    }

    private void issue(String issuer, String from, String to) {
        issued.add(issuance(issued.size() + 1, issuer, from, to));
    }

    private static String issuance(int id, String issuer, String from, String to) {
        return """
                {"id": "%d", "tbs_sha256": "%064x", "cert_sha256": "%064x", "dns_names": ["shop.test", "www.shop.test"],
                 "pubkey_sha256": "00", "issuer": {"name": "C=US, O=\\"Good Trust Services, Inc.\\", CN=%s",
                 "friendly_name": "%s", "website": "https://ca.example", "caa_domains": ["ca.good.example"],
                 "operator": {"name": "x"}}, "not_before": "%s", "not_after": "%s", "revoked": false}""".formatted(id, id, id, issuer, issuer, from, to);
    }

    private static CertificatesProbe probe(Optional<ScriptedSource> source, Optional<String> key) {
        return new CertificatesProbe(
                new Log(ScriptedSource.sources(NOW), TestJson.json(), source.map(ScriptedSource::base), key));
    }
}
