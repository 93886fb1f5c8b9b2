package io.bellwether.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.bellwether.TestCertificates;
import io.bellwether.TestNameServer;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.mail.DnsAnswer;
import io.bellwether.core.posture.mail.MailAssessor;
import io.bellwether.core.posture.mail.MailEvidence;
import io.bellwether.core.posture.mail.PolicyDocument;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Lookups;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.CourteousWire;
import io.bellwether.probe.courtesy.FreeCourtesy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final URI POLICY_URL = URI.create("https://mta-sts.v.test/.well-known/mta-sts.txt");

    private final Map<String, List<Map<String, Object>>> zone = new HashMap<>();
    private @Nullable TestNameServer server;

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void readsADomainOverTheWire() throws Exception {
        good();
        Verdict verdict = run(Duration.ofSeconds(20));
        MailEvidence evidence = (MailEvidence) verdict.evidence().getFirst();

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.reason()).isEqualTo("Mail of v.test: dkim-missing; 1 of 9 could not be told.");
        assertThat(evidence.target()).isEqualTo("v.test");
        assertThat(evidence.kind()).isEqualTo("mail");
        assertThat(evidence.policy()).isNotNull();
        assertThat(evidence.policy().unanswered()).isNotNull();
        assertThat(codes(evidence))
                .contains(
                        "spf-valid",
                        "spf-hard-fail",
                        "spf-lookups-within",
                        "dmarc-valid",
                        "dmarc-reject",
                        "dmarc-reports-set",
                        "dkim-missing",
                        "tls-rpt-present");
    }

    @Test
    void evidenceIsJudgedTheSameAfterYearsInTheDatabase() throws Exception {
        good();
        zone.get("v.test").add(Map.of("TXT", "v=spf2\0"));
        MailEvidence evidence =
                (MailEvidence) run(Duration.ofSeconds(20)).evidence().getFirst();
        Json json = TestJson.json();
        MailEvidence kept = json.read(json.write(evidence), MailEvidence.class);

        assertThat(kept).isEqualTo(evidence);
        assertThat(new MailAssessor().assess(kept)).isEqualTo(new MailAssessor().assess(evidence));
    }

    @Test
    void keepsNeitherAddressesNorWhatIsNotAboutMail() throws Exception {
        good();
        MailEvidence first =
                (MailEvidence) run(Duration.ofSeconds(20)).evidence().getFirst();
        zone.values().forEach(Collections::reverse);
        zone.get("mx.v.test").add(Map.of("A", "198.51.100.77"));
        zone.get("v.test").add(Map.of("TXT", "token=another"));
        zone.get("v.test").remove(Map.of("TXT", "token=proof-of-ownership"));
        MailEvidence second =
                (MailEvidence) run(Duration.ofSeconds(20)).evidence().getFirst();

        assertThat(second).isEqualTo(first);
        assertThat(first.answers())
                .filteredOn(answer ->
                        answer.name().equals("v.test") && answer.type().equals("TXT"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.values()).containsExactly("v=spf1 mx -all"));
        assertThat(first.answers())
                .filteredOn(answer -> answer.type().equals("A"))
                .isNotEmpty()
                .allMatch(answer -> answer.found() && answer.values().isEmpty());
    }

    @Test
    void silenceTakesOnlyTheChecksThatNeedTheAnswer() throws Exception {
        good();
        zone.put("_dmarc.v.test", List.of(Map.of("TIMEOUT", true)));
        MailEvidence evidence =
                (MailEvidence) run(Duration.ofSeconds(20)).evidence().getFirst();

        assertThat(outcomes(evidence))
                .containsEntry("dmarc-record", CheckOutcome.UNKNOWN)
                .containsEntry("dmarc-policy", CheckOutcome.UNKNOWN)
                .containsEntry("dmarc-reports", CheckOutcome.UNKNOWN)
                .containsEntry("spf-record", CheckOutcome.PASS)
                .containsEntry("spf-policy", CheckOutcome.PASS)
                .containsEntry("tls-rpt", CheckOutcome.PASS);
    }

    @Test
    void aDomainThatDoesNotExistIsASettingToMend() throws Exception {
        Verdict verdict = run(Duration.ofSeconds(20));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(outcomes((MailEvidence) verdict.evidence().getFirst()).values())
                .containsOnly(CheckOutcome.UNKNOWN);
    }

    @Test
    void aSilentResolverSaysNothingOfTheVendor() throws Exception {
        zone.put("v.test", List.of(Map.of("TIMEOUT", true)));
        for (String name : List.of(
                "_dmarc.v.test", "_dmarc.test", "_mta-sts.v.test", "_smtp._tls.v.test", "s1._domainkey.v.test")) {
            zone.put(name, List.of(Map.of("TIMEOUT", true)));
        }
        long begun = System.nanoTime();
        Verdict verdict = run(Duration.ofMillis(900));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.DNS_FAILED);
        assertThat(verdict.evidence()).hasSize(1);
        assertThat(outcomes((MailEvidence) verdict.evidence().getFirst()).values())
                .containsOnly(CheckOutcome.UNKNOWN);
    }

    @Test
    void hugeRecordsAreCutAndStillJudged() throws Exception {
        good();
        zone.get("v.test").removeFirst();
        zone.get("v.test").add(Map.of("TXT", "v=spf1 " + "ip4:198.51.100.1 ".repeat(2_500) + "-all"));
        MailEvidence evidence =
                (MailEvidence) run(Duration.ofSeconds(20)).evidence().getFirst();

        assertThat(codes(evidence)).contains("spf-syntax");
        assertThat(evidence.answers().getFirst().values()).allMatch(text -> text.length() == DnsAnswer.LONGEST_TEXT);
    }

    @Test
    void asksNoMoreThanWhatIsSane() {
        int[] asked = new int[1];
        Recorder recorder = new Recorder((name, type) -> {
            asked[0]++;
            return DnsAnswer.found(name, type, List.of("spf".repeat(1_000)));
        });
        for (int i = 0; i < 500; i++) {
            recorder.ask("n" + i + ".test", "TXT");
            recorder.ask("N" + i + ".test.", "TXT");
        }

        assertThat(asked[0]).isEqualTo(88);
        assertThat(recorder.answers()).hasSize(88);
        assertThat(recorder.ask("other.test", "TXT").unanswered()).isNotNull();
        assertThat(recorder.ask("n3.test", "TXT").found()).isTrue();
    }

    @ParameterizedTest(name = "status {0} {1}: text {2}, unanswered {3}")
    @CsvSource(textBlock = """
            200, version: STSv1,    true,  false
            301, '',                false, false
            404, '',                false, false
            401, '',                false, true
            403, '',                false, true
            429, '',                false, true
            500, '',                false, true
            503, just a moment,     false, true
            """)
    void readsWhatTheAddressOfThePolicyAnswers(int status, String body, boolean text, boolean unanswered) {
        PolicyDocument document = PolicyFetch.read(POLICY_URL, Answers.answer(status, body));

        assertThat(document.status()).isEqualTo(status);
        assertThat(document.text() != null).isEqualTo(text);
        assertThat(document.unanswered() != null).isEqualTo(unanswered);
        assertThat(document.refused()).isNull();
    }

    @Test
    void fetchesThePolicyAsSendersDo(@TempDir Path folder) throws Exception {
        Instant now = Instant.now();
        TestCertificates authority = new TestCertificates(now);
        Wire wire = Loopback.trusting(authority.writePem(folder.resolve("ca.pem")));
        List<String> paths = Collections.synchronizedList(new ArrayList<>());
        HttpsServer policies = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 8);
        policies.setHttpsConfigurator(new HttpsConfigurator(authority
                .issue(now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS), "mta-sts.v.test")
                .serverContext()));
        policies.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().getPath());
            byte[] body = "version: STSv1\n".getBytes(StandardCharsets.UTF_8);
            boolean moved = exchange.getRequestURI().getPath().equals("/moved");
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(moved ? 302 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        policies.start();
        try {
            int port = policies.getAddress().getPort();

            assertThat(fetch("https://mta-sts.v.test:" + port + "/ok", wire).text())
                    .isEqualTo("version: STSv1\n");
            assertThat(fetch("https://mta-sts.v.test:" + port + "/moved", wire))
                    .satisfies(document -> assertThat(document.status()).isEqualTo(302))
                    .satisfies(document -> assertThat(document.text()).isNull());
            assertThat(paths).containsExactly("/ok", "/moved");
            assertThat(fetch("https://other.test:" + port + "/ok", wire).refused())
                    .isNotNull();
            assertThat(fetch("https://mta-sts.v.test:" + port + "/ok", Loopback.wire())
                            .refused())
                    .isNotNull();
            assertThat(fetch("https://mta-sts.v.test:" + port + "/ok", Loopback.closed())
                            .unanswered())
                    .isNotNull();
        } finally {
            policies.stop(0);
        }
    }

    @Test
    void checksItsSettings() {
        MailProbe probe = probe("127.0.0.1:53");

        assertThat(TestSettings.faults(
                        probe, Map.of("domain", "Vendor.example", "selectors", List.of("s1", "k_2.eu"), "sends", true)))
                .isEmpty();
        assertThat(TestSettings.faults(probe, Map.of()))
                .singleElement()
                .asString()
                .startsWith("/settings/domain");
        for (String wrong : List.of(
                "example",
                "https://a.example",
                "a..example",
                "a.example.",
                "1.2.3.4",
                "-a.example",
                "a".repeat(64) + ".example",
                "a.".repeat(115) + "example")) {
            assertThat(TestSettings.faults(probe, Map.of("domain", wrong)))
                    .as(wrong)
                    .hasSize(1);
        }
        for (String wrong : List.of("", "s1._domainkey", "s 1", "-s", "s1.", "ä")) {
            assertThat(TestSettings.faults(probe, Map.of("domain", "a.example", "selectors", List.of("s1", wrong))))
                    .singleElement()
                    .asString()
                    .startsWith("/settings/selectors/1");
        }
        assertThat(TestSettings.faults(
                        probe, Map.of("domain", "a.example", "selectors", Collections.nCopies(11, "s1"))))
                .singleElement()
                .asString()
                .startsWith("/settings/selectors");
    }

    private static PolicyDocument fetch(String url, Wire wire) {
        return PolicyFetch.of(URI.create(url), courteous(wire), Deadline.in(Duration.ofSeconds(10)));
    }

    private void good() {
        put("v.test", "TXT", "v=spf1 mx -all");
        put("v.test", "TXT", "token=proof-of-ownership");
        put("v.test", "MX", List.of(10, "mx.v.test"));
        put("v.test", "MX", List.of(20, "mx2.v.test"));
        put("mx.v.test", "A", "198.51.100.1");
        put("mx.v.test", "A", "198.51.100.2");
        put("mx2.v.test", "A", "198.51.100.3");
        put("_dmarc.v.test", "TXT", "v=DMARC1; p=reject; rua=mailto:d@v.test,mailto:d@reports.test");
        put("v.test._report._dmarc.reports.test", "TXT", "v=DMARC1");
        put("_mta-sts.v.test", "TXT", "v=STSv1; id=20261123");
        put("_smtp._tls.v.test", "TXT", "v=TLSRPTv1; rua=mailto:t@v.test");
    }

    private void put(String name, String type, Object value) {
        zone.computeIfAbsent(name, _ -> new ArrayList<>()).add(Map.of(type, value));
    }

    private Verdict run(Duration time) throws IOException {
        stop();
        server = new SuiteServer(zone).start();
        MailProbe.Settings settings = new MailProbe.Settings("V.test", List.of("s1", "S1"), null);
        return probe(server.address()).run(settings, new ProbeContext(NOW, Deadline.in(time)));
    }

    private static MailProbe probe(String resolver) {
        EgressGuard closed = new EgressGuard((name, deadline) -> List.of(), Optional.empty());
        return new MailProbe(new Lookups(new DnsWire(closed, Optional.of(resolver))), courteous(Loopback.closed()));
    }

    private static List<String> codes(MailEvidence evidence) {
        return new MailAssessor()
                .assess(evidence).results().stream()
                        .map(CheckResult::resultCode)
                        .toList();
    }

    private static Map<String, CheckOutcome> outcomes(MailEvidence evidence) {
        Map<String, CheckOutcome> outcomes = new HashMap<>();
        new MailAssessor()
                .assess(evidence)
                .results()
                .forEach(result -> outcomes.put(result.checkId(), result.outcome()));
        return outcomes;
    }

    private static CourteousWire courteous(Wire wire) {
        return new CourteousWire(new FreeCourtesy(wire));
    }
}
