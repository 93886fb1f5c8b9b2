package io.bellwether.platform.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Http2Test {

    private static final String SETTINGS = "000000 04 00 00000000";

    private final Instant now = Clock.systemUTC().instant();
    private final TestCertificates authority = new TestCertificates(now);
    private final Issued issued =
            authority.issue(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(89)), "vendor.example");

    @TempDir
    private Path files;

    private Vertx vertx;
    private Wire wire;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        Resolver loopback = (_, _) -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        wire = new Wire(
                new EgressGuard(loopback, Optional.of(List.of("127.0.0.1"))),
                new Authorities(Optional.of(authority.writePem(files.resolve("ca.pem")))));
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void speaksHttp2WithAServerThatDoes() throws Exception {
        HttpServer server = server(
                true,
                request -> request.body()
                        .onSuccess(body -> request.response()
                                .putHeader("X-Version", request.version().name())
                                .putHeader("X-Path", request.uri())
                                .putHeader("X-Agent", request.getHeader("User-Agent"))
                                .end(body)));
        String body = "ä".repeat(30_000);

        WireResponse response = wire.exchange(
                WireRequest.post(uri(server.actualPort(), "/a?b=c"), "text/plain", body)
                        .route(http2()),
                in5());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("x-version")).isEqualTo("HTTP_2");
        assertThat(response.header("X-Path")).isEqualTo("/a?b=c");
        assertThat(response.header("X-Agent")).isEqualTo(Wire.USER_AGENT);
        assertThat(response.text()).isEqualTo(body);
        assertThat(response.phases().tls()).isPositive();
        assertThat(response.phases().firstByte()).isPositive();
        assertThat(response.phases().transfer()).isPositive();
    }

    @ParameterizedTest(name = "a body of {0} bytes where {1} are allowed: {2}")
    @CsvSource({"0, 10, ", "3000000, 3000000, ", "3000001, 3000000, BODY_TOO_LARGE"})
    void readsBodiesUpToTheirLimit(int size, int limit, Cause failure) throws Exception {
        HttpServer server = server(true, request -> request.response().end("x".repeat(size)));
        WireRequest request =
                WireRequest.get(uri(server.actualPort(), "/")).maxBody(limit).route(http2());

        if (failure == null) {
            assertThat(wire.exchange(request, in5()).body().size()).isEqualTo(size);
        } else {
            assertThat(failure(request).failureCause()).isEqualTo(failure);
        }
    }

    @Test
    void undoesCompressionAndFollowsRedirects() throws Exception {
        HttpServer server = server(true, true, request -> {
            if (request.path().equals("/old")) {
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "/new")
                        .end();
            } else {
                request.response().putHeader("Content-Type", "text/plain").end("text ".repeat(1000));
            }
        });

        WireResponse response =
                wire.exchange(WireRequest.get(uri(server.actualPort(), "/old")).route(http2()), in5());

        assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(response.text()).isEqualTo("text ".repeat(1000));
        assertThat(response.redirects()).hasSize(1);
    }

    @Test
    void anAnswerWithoutABodyIsComplete() throws Exception {
        HttpServer server = server(true, request -> request.response().end("body"));
        WireRequest request =
                WireRequest.of("HEAD", uri(server.actualPort(), "/"), null).route(http2());

        assertThat(wire.exchange(request, in5()).body().size()).isZero();
    }

    @Test
    void aServerThatDoesNotOfferItIsTold() throws Exception {
        HttpServer server = server(false, request -> request.response().end("one"));
        URI uri = uri(server.actualPort(), "/");

        WireFailure failure = failure(WireRequest.get(uri).route(http2()));

        assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(failure.reason()).isEqualTo(uri.getAuthority() + " does not offer HTTP/2.");
        assertThat(wire.exchange(WireRequest.get(uri), in5()).text()).isEqualTo("one");
    }

    @Test
    void aBodyThatWouldHaveToWaitIsNotSent() throws Exception {
        HttpServer server = server(true, request -> request.response().end());
        WireRequest request = WireRequest.post(uri(server.actualPort(), "/"), "text/plain", "x".repeat(65_536));

        assertThat(failure(request.route(http2())).failureCause()).isEqualTo(Cause.NOT_CONFIGURED);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            48545450 2f312e31 20343030 0d0a0d0a 00      | PROTOCOL_ERROR    | does not greet
            SETTINGS 000004 03 00 00000001 00000002     | CONNECTION_RESET  | broke off its answer over HTTP/2: INTERNAL_ERROR.
            SETTINGS 000008 07 00 00000000 00000000 0000000b | CONNECTION_RESET | went away without an answer over HTTP/2: ENHANCE_YOUR_CALM.
            SETTINGS 000000 07 00 00000000              | PROTOCOL_ERROR    | too short
            SETTINGS 000002 06 00 00000000 0102         | PROTOCOL_ERROR    | eight bytes
            SETTINGS 000005 05 04 00000001 00000002 88  | PROTOCOL_ERROR    | pushes
            SETTINGS 000001 01 05 00000003 88           | PROTOCOL_ERROR    | not opened
            SETTINGS 000001 00 01 00000001 61           | PROTOCOL_ERROR    | before its headers
            SETTINGS 000001 01 05 00000001 ff           | PROTOCOL_ERROR    | cannot be read
            SETTINGS 000001 01 01 00000001 88 000000 06 00 00000000 | PROTOCOL_ERROR | breaks off its headers
            SETTINGS 000003 01 25 00000001 000000       | PROTOCOL_ERROR    | too short
            SETTINGS 000000 01 05 00000001              | PROTOCOL_ERROR    | no status
            SETTINGS                                    | CONNECTION_RESET  | closed the connection
            SETTINGS 000001 01 04 00000001 88           | BODY_TRUNCATED    | before its answer was complete
            """)
    void whoBreaksTheProtocolIsTold(String frames, Cause cause, String words) throws Exception {
        byte[] bytes = bytes(frames.replace("SETTINGS", SETTINGS));
        try (Peer peer = Peer.overHttp2(issued.serverContext(), (in, out) -> {
            in.readNBytes(100);
            out.write(bytes);
            out.flush();
        })) {
            WireFailure failure = failure(WireRequest.get(uri(peer.port(), "/")).route(http2()));

            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
            assertThat(failure.reason()).contains(words);
            assertThat(failure.outcome()).isEqualTo(Outcome.DOWN);
        }
    }

    @ParameterizedTest(name = "frames without end of type {0}: {1}")
    @CsvSource({"000008 06 00 00000000 0000000000000000, PROTOCOL_ERROR", "000000 00 00 00000001, PROTOCOL_ERROR"})
    void framesWithoutEndAreNotReadForEver(String frame, Cause cause) throws Exception {
        byte[] many = bytes((frame + " ").repeat(1000));
        try (Peer peer = Peer.overHttp2(issued.serverContext(), (in, out) -> {
            in.readNBytes(100);
            Thread.ofVirtual().start(() -> drain(in));
            out.write(bytes(SETTINGS + " 000001 01 04 00000001 88"));
            flood(out, many);
        })) {
            WireFailure failure = failure(WireRequest.get(uri(peer.port(), "/")).route(http2()));

            assertThat(failure.failureCause()).as(failure.reason()).isEqualTo(cause);
        }
    }

    @Test
    void headersWithoutEndAreNotReadForEver() throws Exception {
        String continuation = "004000 09 00 00000001 " + "00".repeat(0x4000);
        try (Peer peer = Peer.overHttp2(issued.serverContext(), (in, out) -> {
            in.readNBytes(100);
            out.write(bytes(SETTINGS + " 000001 01 00 00000001 88 " + (continuation + " ").repeat(5)));
            out.flush();
        })) {
            assertThat(failure(WireRequest.get(uri(peer.port(), "/")).route(http2()))
                            .failureCause())
                    .isEqualTo(Cause.HEADERS_TOO_LARGE);
        }
    }

    @Test
    void interimAnswersAndTrailersAreNotTheAnswer() throws Exception {
        String interim = "000005 01 04 00000001 08 03 313033";
        String trailer = "000005 01 05 00000001 00 01 61 01 62";
        try (Peer peer = Peer.overHttp2(issued.serverContext(), (in, out) -> {
            in.readNBytes(100);
            out.write(bytes(SETTINGS + interim + "000001 01 04 00000001 88" + "000002 00 00 00000001 6f6b" + trailer));
            out.flush();
            in.readAllBytes();
        })) {
            WireResponse response =
                    wire.exchange(WireRequest.get(uri(peer.port(), "/")).route(http2()), in5());

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("ok");
        }
    }

    private static void flood(OutputStream out, byte[] many) throws IOException {
        while (true) {
            out.write(many);
        }
    }

    private static void drain(InputStream in) {
        try {
            in.readAllBytes();
        } catch (IOException e) {
            // The client has had enough, as it should.
        }
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal.replaceAll("\\s", ""));
    }

    private HttpServer server(boolean http2, Handler<HttpServerRequest> handler) throws Exception {
        return server(http2, false, handler);
    }

    private HttpServer server(boolean http2, boolean compressing, Handler<HttpServerRequest> handler) throws Exception {
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(http2)
                .setCompressionSupported(compressing)
                .setKeyCertOptions(
                        new PfxOptions().setPath(keyStore().toString()).setPassword("secret"));
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private Path keyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server",
                issued.keys().getPrivate(),
                "secret".toCharArray(),
                issued.chain().toArray(new X509Certificate[0]));
        Path file = files.resolve("server.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "secret".toCharArray());
        }
        return file;
    }

    private WireFailure failure(WireRequest request) {
        return catchThrowableOfType(WireFailure.class, () -> wire.exchange(request, in5()));
    }

    private static URI uri(int port, String path) {
        return URI.create("https://vendor.example:" + port + path);
    }

    private static Route http2() {
        return new Route(IpVersion.ANY, HttpVersion.HTTP2, null, null);
    }

    private static Deadline in5() {
        return Deadline.in(Duration.ofSeconds(5));
    }
}
