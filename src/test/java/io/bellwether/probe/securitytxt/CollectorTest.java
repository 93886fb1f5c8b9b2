package io.bellwether.probe.securitytxt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.bellwether.TestCertificates;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Signature;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Inconclusive;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.CourteousWire;
import io.bellwether.probe.courtesy.FreeCourtesy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor over real HTTPS. */
class CollectorTest {

    private static final String HOST = "vendor.example";
    private static final String WELL_KnowN = "/.well-known/security.txt";
    private static final String FILE = "Contact: mailto:security@vendor.example\nExpires: 2100-01-01T00:00:00Z\n";

    private record Canned(int status, String body, String header, String value) {}

    private volatile Charset charset = StandardCharsets.UTF_8;
    private final Instant now = Clock.systemUTC().instant();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Canned> answers = new ConcurrentHashMap<>();
    private final HttpsServer server;
    private final URI site;
    private final Collector collector;

    CollectorTest(@TempDir Path directory) throws IOException {
        TestCertificates authority = new TestCertificates(now);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority
                .issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), HOST)
                .serverContext()));
        server.createContext("/", this::serve);
        site = URI.create("https://" + HOST + ":" + server.getAddress().getPort());
        EgressGuard guard = new EgressGuard(
                (_, _) -> List.of(InetAddress.ofLiteral("127.0.0.1")), Optional.of(List.of("127.0.0.1")));
        Wire wire = new Wire(guard, new Authorities(Optional.of(authority.writePem(directory.resolve("ca.pem")))));
        collector = new Collector(new CourteousWire(new FreeCourtesy(wire)));
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsTheFileAndAsksNoFurther() throws Exception {
        answers.put(WELL_KnowN, new Canned(200, FILE, "Content-Type", "text/plain; charset=utf-8"));

        SecurityTxtEvidence evidence = collect();

        assertThat(asked).containsExactly(WELL_KnowN);
        assertThat(evidence.unknown()).isNull();
        assertThat(evidence.signature()).isNull();
        assertThat(evidence.answers())
                .containsExactly(new Answer(
                        site + WELL_KnowN,
                        site + WELL_KnowN,
                        List.of(),
                        200,
                        "text/plain; charset=utf-8",
                        FILE.length(),
                        true,
                        FILE));
        assertThat(SecurityTxtProbe.judge(evidence).outcome()).isEqualTo(Outcome.UP);
        assertThat(TestJson.json().read(TestJson.json().write(evidence), SecurityTxtEvidence.class))
                .isEqualTo(evidence);
    }

    @Test
    void looksAtTheOldPlaceWhereAPageSaysThatThereIsNone() throws Exception {
        answers.put(WELL_KnowN, new Canned(200, "<html>" + " ".repeat(300_000), "Content-Type", "text/html"));
        answers.put("/security.txt", new Canned(200, FILE, "Content-Type", "text/plain"));

        SecurityTxtEvidence evidence = collect();

        assertThat(asked).containsExactly(WELL_KnowN, "/security.txt");
        assertThat(evidence.answers()).extracting(Answer::showsFile).containsExactly(false, true);
        assertThat(evidence.answers().getFirst().text()).hasSize(200);
        assertThat(evidence.answers().getFirst().size()).isEqualTo(300_006);
    }

    @Test
    void keepsTheWayOfARedirect() throws Exception {
        answers.put(WELL_KnowN, new Canned(301, "", "Location", "/elsewhere"));
        answers.put("/elsewhere", new Canned(200, FILE, "Content-Type", "text/plain"));

        Answer answer = collect().answers().getFirst();

        assertThat(answer.redirects()).containsExactly(site + WELL_KnowN);
        assertThat(answer.url()).isEqualTo(site + "/elsewhere");
    }

    @Test
    void saysThatThereIsNone() throws Exception {
        Verdict verdict = SecurityTxtProbe.judge(collect());

        assertThat(asked).hasSize(2);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).startsWith("There is no security.txt (").endsWith("status 404).");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            403, UNEXPECTED_STATUS
            401, UNEXPECTED_STATUS
            500, UNEXPECTED_STATUS
            503, UNEXPECTED_STATUS
            429, BOT_WALL
            """)
    void doesNotKnowWhatLiesBehindAnErrorOrAWall(int status, Cause cause) {
        answers.put(WELL_KnowN, new Canned(status, "", "Content-Type", "text/plain"));

        Inconclusive unseen = catchThrowableOfType(Inconclusive.class, this::collect);

        assertThat(unseen.why()).isEqualTo(cause);
        assertThat(unseen.reason()).endsWith(".");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aWallAtTheOldPlaceLeavesItOpenToo() {
        answers.put("/security.txt", new Canned(200, "", "cf-mitigated", "challenge"));

        assertThat(catchThrowableOfType(Inconclusive.class, this::collect).why())
                .isEqualTo(Cause.BOT_WALL);
    }

    @Test
    void doesNotReadWithoutEnd() {
        answers.put(WELL_KnowN, new Canned(200, FILE + "#".repeat(1024 * 1024), "Content-Type", "text/plain"));

        WireFailure failure = catchThrowableOfType(WireFailure.class, this::collect);

        assertThat(failure.failureCause()).isEqualTo(Cause.BODY_TOO_LARGE);
    }

    @Test
    void checksTheSignatureWithTheKeyThatTheFileNames() throws Exception {
        SigningKey key = SigningKey.make(1);
        String text = FILE + "Encryption: http://" + HOST + "/plain\nEncryption: " + site + "/key.asc";
        answers.put(WELL_KnowN, new Canned(200, key.sign(text, now), "Content-Type", "text/plain"));
        answers.put(
                "/key.asc",
                new Canned(200, new String(key.published(), StandardCharsets.UTF_8), "Content-Type", "text/plain"));

        assertThat(Objects.requireNonNull(collect().signature()).good()).isTrue();
        assertThat(asked).containsExactly(WELL_KnowN, "/key.asc");

        answers.remove("/key.asc");
        assertThat(Objects.requireNonNull(collect().signature()).good()).isNull();
    }

    @Test
    void doesNotCheckTheSignatureOfWhatIsNotUtf8() throws Exception {
        SigningKey key = SigningKey.make(1);
        String text = FILE + "# Zürich\nEncryption: " + site + "/key.asc";
        charset = StandardCharsets.ISO_8859_1;
        answers.put(WELL_KnowN, new Canned(200, key.sign(text, now), "Content-Type", "text/plain"));
        answers.put(
                "/key.asc",
                new Canned(200, new String(key.published(), StandardCharsets.UTF_8), "Content-Type", "text/plain"));

        Signature signature = Objects.requireNonNull(collect().signature());

        assertThat(signature.good()).isNull();
        assertThat(signature.says()).contains("not in UTF-8");
        assertThat(asked).containsExactly(WELL_KnowN);
    }

    private SecurityTxtEvidence collect() throws WireFailure, Inconclusive {
        return collector.collect(HOST, site, new ProbeContext(now, Deadline.in(Duration.ofSeconds(10))));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Canned answer = answers.getOrDefault(path, new Canned(404, "", "Content-Type", "text/html"));
        byte[] body = answer.body().getBytes(charset);
        exchange.getResponseHeaders().add(answer.header(), answer.value());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
