package io.bellwether.probe.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A register over real HTTP. */
class RdapClientTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Json JSON = TestJson.json();
    private static final String GOOD =
            RdapAnswers.domain("shop.test", "2027-05-01T00:00:00Z", "client transfer prohibited");

    private record Canned(int status, String body) {}

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Canned> answers = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final DomainProbe probe;

    RdapClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.createContext("/rdap/domain/", exchange -> {
            String name = exchange.getRequestURI().getPath().substring("/rdap/domain/".length());
            asked.add(name + " " + exchange.getRequestHeaders().getFirst("Accept"));
            Canned answer = answers.getOrDefault(name, new Canned(404, "{\"errorCode\": 404}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/rdap+json");
            exchange.getResponseHeaders().add("Retry-After", "3600");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rdap");
        probe = probe(Optional.of(base));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksForTheDomain() {
        answers.put("shop.test", new Canned(200, GOOD));

        Verdict verdict = ask("SHOP.test", NOW);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(asked).singleElement().asString().startsWith("shop.test application/rdap+json");
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.source()).endsWith("/rdap/domain/shop.test"));
    }

    @Test
    void asksForTheNamesAboveAHostUntilOneIsRegistered() {
        answers.put("www.shop.test", new Canned(400, ""));
        answers.put("shop.test", new Canned(200, GOOD));

        assertThat(ask("www.shop.test", NOW).outcome()).isEqualTo(Outcome.UP);
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksThreeTimesAtMost() {
        Verdict verdict = ask("a.b.c.d.shop.test", NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("knows neither a.b.c.d.shop.test");
        assertThat(asked)
                .extracting(one -> one.substring(0, one.indexOf(' ')))
                .containsExactly("c.d.shop.test", "d.shop.test", "shop.test");
    }

    @Test
    void leavesARegisterAloneThatAsksToSlowDown() {
        answers.put("shop.test", new Canned(429, ""));
        assertThat(ask("shop.test", NOW).cause()).isEqualTo(Cause.BOT_WALL);
        answers.put("shop.test", new Canned(200, GOOD));

        Verdict paused = ask("other.test", NOW.plus(Duration.ofMinutes(59)));
        assertThat(paused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(paused.cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(asked).hasSize(1);

        assertThat(ask("shop.test", NOW.plus(Duration.ofMinutes(60))).outcome()).isEqualTo(Outcome.UP);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Welcome</html>                                       | UNEXPECTED_FORMAT
            200 | []                                                         | UNEXPECTED_FORMAT
            200 | {"objectClassName": "entity", "ldhName": "shop.test"}      | UNEXPECTED_FORMAT
            200 | {"objectClassName": "domain", "ldhName": "somebody.test"}  | UNEXPECTED_FORMAT
            200 | {"objectClassName": "domain"                               | UNEXPECTED_FORMAT
            500 | {}                                                         | UNEXPECTED_STATUS
            501 | {}                                                         | UNEXPECTED_STATUS
            401 | {}                                                         | UNEXPECTED_STATUS
            """)
    void blamesNobodyForARegisterThatFails(int status, String body, Cause cause) {
        answers.put("shop.test", new Canned(status, body));

        Verdict verdict = ask("shop.test", NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).as(verdict.reason()).isEqualTo(cause);
        assertThat(verdict.reason()).endsWith(".").doesNotEndWith("..");
        assertThat(verdict.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.eu", "www.shop.it", "shop.RU"})
    void saysOnceThatARegistryPublishesNothing(String domain) {
        Verdict verdict = ask(probe(Optional.empty()), domain, NOW);
        Verdict later = ask(probe(Optional.empty()), domain, NOW.plus(Duration.ofDays(1)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_PUBLISHED);
        assertThat(verdict.findings())
                .as("a state that says the same is the same fact")
                .extracting(Finding::key, Finding::value)
                .containsExactlyElementsOf(later.findings().stream()
                        .map(finding -> tuple(finding.key(), finding.value()))
                        .toList())
                .contains(tuple("domain:" + domain.toLowerCase(Locale.ROOT) + ":expiry", "NOT_APPLICABLE"));
        assertThat(verdict.findings())
                .allSatisfy(finding -> assertThat(finding.detail()).containsEntry("reason", verdict.reason()));
    }

    @Test
    void asksAServerThatTheOperatorNamesAboutSilentRegistriesToo() {
        answers.put("shop.eu", new Canned(200, RdapAnswers.domain("shop.eu", "2027-05-01T00:00:00Z", "active")));

        assertThat(ask("shop.eu", NOW).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void readsNoDateThatIsNone() {
        answers.put("shop.test", new Canned(200, RdapAnswers.domain("shop.test", "soon", "active")));

        assertThat(ask("shop.test", NOW).reason())
                .isEqualTo("The register's answer cannot be read: 'soon' is no time.");
    }

    @Test
    void doesNotSwallowAHugeAnswer() {
        answers.put("shop.test", new Canned(200, GOOD + " ".repeat(1024 * 1024)));

        Verdict verdict = ask("shop.test", NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.BODY_TOO_LARGE);
    }

    @Test
    void asksNobodyWhereNoServerIsKnown() {
        Verdict verdict = probe(Optional.empty()).run(new DomainProbe.Settings("shop.test", null, null), context(NOW));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains(".test", "BELLWETHER_RDAP_BASE_URL");
    }

    @ParameterizedTest(name = "{0} is told by {1}")
    @CsvSource({
        "shop.com, https://rdap.verisign.com/com/v1/",
        "shop.net, https://rdap.verisign.com/net/v1/",
        "shop.org, https://rdap.publicinterestregistry.org/rdap/",
        "shop.dev, https://pubapi.registry.google/rdap/",
        "shop.co.uk, https://rdap.nominet.uk/uk/"
    })
    void knowsTheRegisters(String domain, URI expected) {
        assertThat(new RdapServers(JSON, Optional.empty()).of(domain)).contains(expected);
    }

    private Verdict ask(String domain, Instant at) {
        return ask(probe, domain, at);
    }

    private static Verdict ask(DomainProbe probe, String domain, Instant at) {
        return probe.run(new DomainProbe.Settings(domain, null, null), context(at));
    }

    private static ProbeContext context(Instant at) {
        return new ProbeContext(at, Deadline.in(Duration.ofSeconds(5)));
    }

    private static DomainProbe probe(Optional<URI> base) {
        RdapServers servers = new RdapServers(JSON, base);
        return new DomainProbe(servers, new RdapClient(ScriptedSource.sources(NOW), servers), JSON);
    }
}
