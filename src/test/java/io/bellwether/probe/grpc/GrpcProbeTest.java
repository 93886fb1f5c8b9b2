package io.bellwether.probe.grpc;

import static io.bellwether.platform.egress.Loopback.in5;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.grpc.GrpcProbe.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.KeyCertOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against an HTTP/2 server that somebody else has written. */
class GrpcProbeTest {

    private static final AtomicReference<@Nullable HttpServerRequest> SEEN = new AtomicReference<>();

    @TempDir
    private static Path files;

    private static Vertx vertx;
    private static HttpServer plain;
    private static HttpServer encrypted;
    private static HttpServer old;
    private static Wire wire;

    @BeforeAll
    static void serve() throws Exception {
        // Certificates are judged by the platform against the real time.
        Instant now = Clock.systemUTC().instant();
        TestCertificates authority = new TestCertificates(now);
        Issued issued = authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9)), "grpc.example");
        KeyCertOptions key =
                KeyCertOptions.wrap((X509KeyManager) issued.keyManagers().getKeyManagers()[0]);
        wire = Loopback.trusting(authority.writePem(files.resolve("ca.pem")));
        vertx = Vertx.vertx();
        plain = listen(new HttpServerOptions());
        encrypted = listen(new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(key));
        old = listen(new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
                .setKeyCertOptions(key));
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            serving         | UP      | OK                | The server says that the service serving is serving.
            stopped         | DOWN    | DECLARED          | The server says that the service stopped is not serving.
            undecided       | UNKNOWN | DECLARED          | The server says that it does not know whether the service undecided is serving.
            unheard         | UNKNOWN | NOT_CONFIGURED    | The server does not know the service unheard; mend service.
            watched         | UNKNOWN | NOT_CONFIGURED    | The server does not know the service watched; mend service.
            status-12       | UNKNOWN | UNEXPECTED_FORMAT | The server speaks gRPC and does not offer the health check grpc.health.v1.Health.
            status-16       | UNKNOWN | NOT_CONFIGURED    | The server tells its health only to those it knows (UNAUTHENTICATED); set metadata.
            status-8        | UNKNOWN | BOT_WALL          | The server asks us to slow down (RESOURCE_EXHAUSTED: what? 100% über).
            status-14       | DOWN    | UNEXPECTED_STATUS | The health check failed with UNAVAILABLE: what? 100% über.
            status-99       | DOWN    | UNEXPECTED_STATUS | The health check failed with UNKNOWN: what? 100% über.
            http-503        | DOWN    | UNEXPECTED_STATUS | HTTP status 503 instead of 200.
            http-429        | UNKNOWN | BOT_WALL          | A wall against robots answered (status 429, too many requests).
            http-200        | DOWN    | UNEXPECTED_FORMAT | The answer is not gRPC but of the type 'text/html'.
            endless         | DOWN    | BODY_TRUNCATED    | The answer ends without a gRPC status.
            unreadable      | DOWN    | UNEXPECTED_FORMAT | The answer holds no state of health.
            """)
    void tellsTheAnswersApart(String service, Outcome outcome, Cause cause, String reason) throws Exception {
        Verdict verdict = run(settings("grpc.example", plain, false, service));

        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.phases().firstByte()).isPositive();
    }

    @Test
    void asksOverTlsForTheServerAsAWhole() throws Exception {
        Verdict verdict = run(settings("grpc.example", encrypted, null, null));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("The server says that it is serving.");
        assertThat(verdict.phases().tls()).isPositive();
        assertThat(verdict.detail())
                .containsEntry("serving", "SERVING")
                .containsEntry("grpcStatus", "OK")
                .containsKeys("address", "protocol", "cipher", "certificateNotAfter");
    }

    @Test
    void asksAsGrpcDoes() throws Exception {
        Map<String, String> metadata = Map.of("authorization", "Bearer secret", "x-tenant", "a".repeat(4_000));
        run(new Settings("grpc.example", plain.actualPort(), false, "serving", "shop.example", metadata, null));
        HttpServerRequest seen = SEEN.get();

        assertThat(seen).isNotNull();
        assertThat(seen.method().name()).isEqualTo("POST");
        assertThat(seen.path()).isEqualTo("/grpc.health.v1.Health/Check");
        assertThat(seen.authority().toString()).isEqualTo("shop.example");
        assertThat(seen.getHeader("te")).isEqualTo("trailers");
        assertThat(seen.getHeader("content-type")).isEqualTo("application/grpc");
        assertThat(seen.getHeader("grpc-timeout")).matches("[0-9]{1,4}m");
        assertThat(seen.getHeader("authorization")).isEqualTo("Bearer secret");
        assertThat(seen.getHeader("x-tenant")).hasSize(4_000);
    }

    @Test
    void anAnswerAfterTheTimeIsDegraded() throws Exception {
        Settings slow =
                new Settings("grpc.example", plain.actualPort(), false, "late", null, null, Duration.ofMillis(40));

        Verdict verdict = run(slow);

        assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
        assertThat(verdict.cause()).isEqualTo(Cause.SLOW);
        assertThat(verdict.reason()).contains("slower than 40 ms");
    }

    @Test
    void aServerThatSpeaksOnlyOlderHttpIsDown() {
        WireFailure failure = failure(settings("grpc.example", old, null, null));

        assertThat(failure.failureCause()).as(failure.reason()).isIn(Cause.PROTOCOL_ERROR, Cause.TLS_FAILED);
        assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void aServerWhoseNameIsWrongIsDown() {
        assertThat(failure(settings("other.example", encrypted, true, null)).failureCause())
                .isEqualTo(Cause.CERTIFICATE_WRONG_HOST);
    }

    private static HttpServer listen(HttpServerOptions options) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(request -> {
                    SEEN.set(request);
                    request.body()
                            .onSuccess(body ->
                                    answer(body.getString(Math.min(7, body.length()), body.length()), request));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static void answer(String service, HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("content-type", "application/grpc+proto");
        switch (service) {
            case "", "serving" -> say(response, 1);
            case "stopped" -> say(response, 2);
            case "undecided" -> say(response, 0);
            case "watched" -> say(response, 3);
            case "unreadable" -> say(response, 77);
            case "unheard" -> fail(response, 5);
            case "late" -> vertx.setTimer(60, _ -> say(response, 1));
            case "endless" -> response.end(Buffer.buffer(new byte[] {0, 0, 0, 0, 2, 8, 1}));
            default -> {
                int number = Integer.parseInt(service.substring(service.indexOf('-') + 1));
                if (service.startsWith("http")) {
                    response.setStatusCode(number)
                            .putHeader("content-type", "text/html")
                            .end("<html>");
                } else {
                    fail(response, number);
                }
            }
        }
    }

    private static void say(HttpServerResponse response, int serving) {
        response.putTrailer("grpc-status", "0");
        response.write(Buffer.buffer(new byte[] {0, 0, 0, 0, 2}));
        response.end(Buffer.buffer(new byte[] {8, (byte) serving}));
    }

    /** Without a message, the trailers are all there is. */
    private static void fail(HttpServerResponse response, int status) {
        response.putHeader("grpc-status", String.valueOf(status))
                .putHeader("grpc-message", "what? 100%25 %C3%BCber")
                .end();
    }

    private static Settings settings(String host, HttpServer server, @Nullable Boolean tls, @Nullable String service) {
        return new Settings(host, server.actualPort(), tls, service, null, null, null);
    }

    private static Verdict run(Settings settings) throws WireFailure {
        return new GrpcProbe(wire).run(settings, new ProbeContext(Instant.EPOCH, in5()));
    }

    private static WireFailure failure(Settings settings) {
        return catchThrowableOfType(WireFailure.class, () -> run(settings));
    }
}
