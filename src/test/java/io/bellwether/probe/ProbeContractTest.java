package io.bellwether.probe;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every kind of probe, whichever there are. */
@QuarkusTest
class ProbeContractTest {

    private static final Confirmation ONCE = new Confirmation(1, Duration.ZERO);
    private static final String TOKEN = "Bearer admin-token-of-the-tests-only";
    private static final Duration TIMEOUT = Duration.ofMillis(700);

    /**
     * A kind that reaches no address of the vendor's needs a setting before it sends anything, or asks our own resolver, which
     * may not answer.
     */
    private static final Set<Cause> NOTHING_SENT =
            Set.of(Cause.EGRESS_REFUSED, Cause.NOT_CONFIGURED, Cause.DNS_FAILED, Cause.DNS_NO_ADDRESS);

    private final ProbeKinds kinds;
    private final ProbeRunner runner;

    ProbeContractTest(ProbeKinds kinds, ProbeRunner runner) {
        this.kinds = kinds;
        this.runner = runner;
    }

    @Test
    void theFirstFiveKindsAreThere() {
        assertThat(kinds.all())
                .extracting(ProbeKinds.Kind::kind)
                .contains("http", "tls", "headers", "statuspage", "filings");
    }

    @TestFactory
    Stream<DynamicTest> describesItsSettings() {
        return each(kind -> {
            assertThat(kind.description()).endsWith(".");
            assertThat(kind.settings()).containsEntry("type", "object").containsEntry("additionalProperties", false);
            assertThat(kind.settings().get("properties"))
                    .asInstanceOf(map(String.class, Object.class))
                    .isNotEmpty();
            assertThat(kind.settings().get("required"))
                    .asInstanceOf(list(String.class))
                    .isNotEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> givesItsSettingsBackUnchanged() {
        return each(kind -> {
            Map<String, Object> settings = aimedAt(kind, "public.example", 443);

            Map<String, Object> once = kinds.validated(kind.kind(), settings);

            assertThat(once).isEqualTo(settings);
            assertThat(kinds.validated(kind.kind(), once)).isEqualTo(once);
        });
    }

    @TestFactory
    Stream<DynamicTest> namesTheFieldThatIsWrong() {
        return each(kind -> {
            Map<String, Object> unknown = new LinkedHashMap<>(aimedAt(kind, "public.example", 443));
            unknown.put("surprise", 1);

            assertThat(pointers(kind.kind(), unknown)).containsExactly("/settings/surprise");
            assertThat(pointers(kind.kind(), Map.of())).allMatch(pointer -> pointer.startsWith("/settings/"));
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesPrivateAddresses() {
        return Stream.of("10.0.0.1", "169.254.169.254", "192.168.0.1", "[::ffff:10.0.0.1]", "[fd00::1]")
                .flatMap(host -> each(kind -> {
                    Attempt attempt = attempt(kind, host, 443);

                    assertThat(attempt.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(attempt.cause()).isIn(NOTHING_SENT);
                    assertThat(attempt.phases().connect()).isNull();
                }));
    }

    @TestFactory
    Stream<DynamicTest> endsInTimeWhenNothingComesBack() {
        return eachThatTalksToAServer(kind -> {
            try (ServerSocket silent = listen()) {
                long begun = System.nanoTime();
                Attempt attempt = attempt(kind, "127.0.0.1", silent.getLocalPort());

                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIMEOUT.plusSeconds(1));
                assertThat(attempt.outcome().good()).isFalse();
                assertThat(attempt.cause())
                        .isIn(Cause.DEADLINE, Cause.DNS_FAILED, Cause.DNS_NO_ADDRESS, Cause.NOT_CONFIGURED);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> makesAVerdictOfGarbage() {
        return eachThatTalksToAServer(kind -> {
            try (ServerSocket babbling = listen()) {
                Thread.ofVirtual().start(() -> babble(babbling));
                Attempt attempt = attempt(kind, "127.0.0.1", babbling.getLocalPort());

                assertThat(attempt.outcome().good()).isFalse();
                assertThat(attempt.cause()).as(attempt.reason()).isNotIn(Cause.INTERNAL, Cause.OK);
                assertThat(attempt.findings()).isEmpty();
                assertThat(attempt.reason()).endsWith(".");
            }
        });
    }

    @ParameterizedTest(name = "{0} with {1} = {2} is refused")
    @CsvSource(delimiter = '|', textBlock = """
            http       | url          | file:///etc/passwd
            http       | url          | ftp://public.example/
            http       | url          | not a url
            http       | url          | http://
            http       | url          | https://user:secret@public.example/
            http       | url          | https://public.example/#part
            http       | url          | https://public.example:99999/
            http       | method       | BREW
            http       | bodyMatches  | (
            http       | jsonPath     | $[
            http       | degradedAfter | soon
            http       | degradedAfter | PT0S
            http       | followRedirects | maybe
            tls        | host         | https://public.example
            tls        | port         | 70000
            tls        | port         | 0
            headers    | url          | javascript:alert(1)
            statuspage | url          | //public.example
            filings    | cik          | 12345678901
            filings    | cik          | AAPL
            companies-house | companyNumber | 123456789
            companies-house | companyNumber | ../search
            lei        | lei          | 5299
            lei        | lei          | 529900EXAMPLE00000/../
            heartbeat  | key          | guessable
            heartbeat  | grace        | PT0S
            heartbeat  | every        | P1000D
            heartbeat  | cron         | every day
            heartbeat  | cron         | 61 * * * *
            heartbeat  | cron         | 0 0 30 2 *
            heartbeat  | maxRuntime   | soon
            dns        | name         | a..example
            dns        | type         | BREW
            dns        | resolver     | https://public.example/
            dns        | degradedAfter | PT0S
            domain     | domain       | https://public.example/
            domain     | warnBefore   | PT0S
            tcp        | host         | public.example:25
            tcp        | port         | 0
            tcp        | tls          | MAYBE
            tcp        | protocol     | GOPHER
            tcp        | degradedAfter | PT0S
            websocket  | url          | http://public.example/
            websocket  | url          | wss://user:secret@public.example/
            websocket  | subprotocol  | two words
            websocket  | expectMatches | (
            grpc       | host         | https://public.example
            grpc       | port         | 70000
            grpc       | authority    | public.example/
            zone       | domain       | example
            zone       | domain       | https://public.example/
            breaches   | domain       | public.example/x
            certificates | domain     | public.example&after=1
            icmp       | host         | -c
            icmp       | count        | 0
            icmp       | count        | 1000
            icmp       | maxLoss      | 101
            mail       | domain       | https://public.example/
            mail       | sends        | maybe
            security-txt | domain     | https://public.example/
            page-watch | url          | ftp://public.example/
            page-watch | subject      | GOSSIP
            page-watch | selector     | p[
            """)
    void refusesSettingsByName(String kind, String field, String value) {
        Map<String, Object> settings = new LinkedHashMap<>(aimedAt(kind(kind), "public.example", 443));
        settings.put(field, value);

        assertThat(pointers(kind, settings)).containsExactly("/settings/" + field);
    }

    @Test
    void refusesSettingsInsideListsAndMapsByName() {
        assertThat(pointers("http", Map.of("url", "https://public.example/", "expectStatus", List.of("200", "2xx"))))
                .containsExactly("/settings/expectStatus/1");
        assertThat(pointers("dns", Map.of("name", "vendor.example", "expect", List.of("not an address"))))
                .containsExactly("/settings");
        assertThat(pointers("http", Map.of("url", "https://public.example/", "headers", Map.of("Host", "x"))))
                .containsExactly("/settings/headers");
        assertThat(pointers("statuspage", Map.of("url", "https://public.example/", "components", List.of(""))))
                .containsExactly("/settings/components/0");
        assertThat(pointers("mail", Map.of("domain", "a.example", "selectors", List.of("s1", "s 2"))))
                .containsExactly("/settings/selectors/1");
        assertThat(pointers("tcp", talking(Map.of("send", "x"), Map.of("expect", "("))))
                .containsExactly("/settings/steps/1/expect");
        assertThat(pointers("tcp", talking(Map.of("send", "\\q")))).containsExactly("/settings/steps/0/send");
        assertThat(pointers("tcp", talking(Map.of()))).containsExactly("/settings/steps/0");
        assertThat(pointers("grpc", Map.of("host", "a.example", "port", 443, "metadata", Map.of("Te", "x"))))
                .containsExactly("/settings/metadata");
    }

    @Test
    void doesNotReadWhatUsersWriteAsAnExpression() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> kinds.validated(
                        "http", Map.of("url", "https://public.example/", "jsonPath", "$[${7*7}{validatedValue}")));

        assertThat(problem.detail()).doesNotContain("49");
    }

    @Test
    void namesTheKnownKindsToWhoAsksForAnother() {
        Problem problem = catchThrowableOfType(Problem.class, () -> kinds.validated("carrier-pigeon", Map.of()));

        assertThat(problem.errors()).extracting(Problem.FieldError::pointer).containsExactly("/kind");
        assertThat(problem.detail()).contains("carrier-pigeon", "http", "tls");
    }

    @Test
    void tellsTheKindsOnlyToThoseSignedIn() {
        given().get("/api/v1/probe-kinds").then().statusCode(401);
    }

    @Test
    void tellsTheKindsOverRest() {
        given().header("Authorization", TOKEN)
                .get("/api/v1/probe-kinds")
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body(
                        "items.kind",
                        hasItems("filings", "grpc", "headers", "http", "icmp", "statuspage", "tcp", "tls", "websocket"))
                .body("items.find { it.kind == 'http' }.settings.properties.url.format", equalTo("uri"))
                .body("items.find { it.kind == 'http' }.settings.properties.degradedAfter.format", equalTo("duration"))
                .body(
                        "items.find { it.kind == 'http' }.settings.properties.headers.additionalProperties.type",
                        equalTo("string"))
                .body(
                        "items.find { it.kind == 'http' }.settings.properties.auth.properties.basic.properties.password",
                        equalTo(Map.of(
                                "type",
                                "string",
                                "format",
                                "password",
                                "writeOnly",
                                true,
                                "minLength",
                                1,
                                "maxLength",
                                1_000)))
                .body("items.find { it.kind == 'tls' }.settings.properties.port.maximum", equalTo(65_535));
    }

    @Test
    void measuresItself() throws InterruptedException {
        attempt(kind("http"), "10.0.0.1", 80);

        given().header("Authorization", TOKEN)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("bellwether_probe_runs_total{kind=\"http\",outcome=\"unknown\"}"))
                .body(containsString("bellwether_probe_seconds_bucket{kind=\"http\",phase=\"total\",le=\"0.005\"}"));
    }

    private Stream<DynamicTest> each(Check check) {
        return kinds.all().stream().map(kind -> DynamicTest.dynamicTest(kind.kind(), () -> check.of(kind)));
    }

    /** Echo requests are answered by the host itself, whatever its servers do. */
    private Stream<DynamicTest> eachThatTalksToAServer(Check check) {
        return kinds.all().stream()
                .filter(kind -> !kind.kind().equals("icmp"))
                .map(kind -> DynamicTest.dynamicTest(kind.kind(), () -> check.of(kind)));
    }

    private ProbeKinds.Kind kind(String name) {
        return kinds.all().stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Attempt attempt(ProbeKinds.Kind kind, String host, int port) throws InterruptedException {
        List<Attempt> attempts = runner.run(kind.kind(), aimedAt(kind, host, port), TIMEOUT, ONCE);
        assertThat(attempts).hasSize(1);
        return attempts.getFirst();
    }

    /** The least settings of a kind, as its schema asks for them, that lead to a place and wait for an answer there. */
    private static Map<String, Object> aimedAt(ProbeKinds.Kind kind, String host, int port) {
        Map<String, Object> settings = new LinkedHashMap<>();
        for (Object name : (List<?>) kind.settings().get("required")) {
            switch (String.valueOf(name)) {
                case "url" -> settings.put("url", scheme(kind) + "://" + host + ":" + port + "/");
                case "host" -> settings.put("host", host);
                case "port" -> settings.put("port", port);
                case "cik" -> settings.put("cik", "1");
                case "companyNumber" -> settings.put("companyNumber", "01234567");
                case "lei" -> settings.put("lei", "529900EXAMPLE0000000");
                case "grace" -> settings.put("grace", "PT30S");
                case "products" -> settings.put("products", List.of(Map.of("vendorProject", "Maker")));
                case "subject" -> settings.put("subject", "PRIVACY");
                case "name", "domain" -> settings.put(String.valueOf(name), "vendor.example");
                default -> throw new AssertionError("tell this test how to set '" + name + "' of " + kind.kind());
            }
        }
        Map<?, ?> properties = (Map<?, ?>) kind.settings().get("properties");
        if (properties.containsKey("port")) {
            settings.put("port", port);
        }
        if (properties.containsKey("key")) {
            settings.put("key", "a-key-of-22-characters");
        }
        if (properties.containsKey("resolver")) {
            settings.put("resolver", host + ":" + port);
        }
        if (kind.kind().equals("tcp")) {
            settings.put("steps", List.of(Map.of("send", "hello\\r\\n", "expect", "^hello")));
        }
        return settings;
    }

    private static String scheme(ProbeKinds.Kind kind) {
        return kind.kind().equals("websocket") ? "ws" : "http";
    }

    private static Map<String, Object> talking(Map<?, ?>... steps) {
        return Map.of("host", "public.example", "port", 25, "steps", List.of(steps));
    }

    private List<String> pointers(String kind, Map<String, Object> settings) {
        Problem problem = catchThrowableOfType(Problem.class, () -> kinds.validated(kind, settings));
        assertThat(problem).as("nothing was wrong with " + settings).isNotNull();
        assertThat(problem.status()).isEqualTo(400);
        return problem.errors().stream().map(Problem.FieldError::pointer).toList();
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static void babble(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    InputStream in = socket.getInputStream()) {
                in.read();
                socket.getOutputStream().write("blah\0blah\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                return;
            }
        }
    }

    @FunctionalInterface
    private interface Check {
        void of(ProbeKinds.Kind kind) throws Exception;
    }
}
