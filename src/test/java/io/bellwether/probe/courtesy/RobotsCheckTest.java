package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RobotsCheckTest {

    private final Jdbi jdbi;
    private final Wire wire;
    private final HttpServer server;
    private final String origin;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "User-agent: *\nDisallow: /private\n";

    RobotsCheckTest(Jdbi jdbi, Wire wire) throws IOException {
        this.jdbi = jdbi;
        this.wire = wire;
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 10);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            boolean redirects = status == 301 && !path.equals("/elsewhere");
            byte[] bytes = (redirects ? "" : body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", body.equals("loop") ? "/again" : "/elsewhere");
            exchange.sendResponseHeaders(
                    redirects || status != 301 ? status : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM robots WHERE origin = ?", origin));
    }

    @Test
    void aPageThatTheFileClosesIsNotFetched() throws WireFailure {
        RobotsCheck node = node();

        node.require(page("/legal/dpa?lang=en"), seconds());
        WireFailure refused = refused(node, "/private/page?a=1");

        assertThat(refused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refused.failureCause()).isEqualTo(Cause.BOT_WALL);
        assertThat(refused.reason()).isEqualTo("%s/robots.txt asks robots not to fetch /private/page?a=1.", origin);
    }

    @Test
    void theFileIsFetchedOnceADayByAllNodesTogether() throws WireFailure {
        node().require(page("/a"), seconds());
        node().require(page("/b"), seconds());
        assertThat(refused(node(), "/private")).isNotNull();
        assertThat(asked).containsExactly("/robots.txt");

        jdbi.useHandle(handle ->
                handle.execute("UPDATE robots SET fetched_at = now() - INTERVAL '25 hours' WHERE origin = ?", origin));
        body = "";
        node().require(page("/private"), seconds());
        assertThat(asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410})
    void whoHasNoFileAllowsEverything(int answer) throws WireFailure {
        status = answer;

        node().require(page("/private"), seconds());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aFileThatFailsSaysNothingAndIsAskedForAgain(int answer) throws WireFailure {
        status = answer;
        WireFailure refused = refused(node(), "/page");
        assertThat(refused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refused.reason()).contains("/robots.txt answers " + answer);

        status = 200;
        node().require(page("/page"), seconds());
    }

    @Test
    void aServerThatIsNotThereHasNotSaidYes() {
        server.stop(0);

        assertThat(refused(node(), "/page").failureCause()).isEqualTo(Cause.CONNECTION_REFUSED);
    }

    @Test
    void redirectsAreFollowedAndCounted() throws WireFailure {
        status = 301;
        FreeCourtesy courtesy = new FreeCourtesy(wire);

        assertThat(refused(node(courtesy), "/private")).isNotNull();

        assertThat(asked).containsExactly("/robots.txt", "/elsewhere");
        assertThat(courtesy.asked()).containsExactly("127.0.0.1 1", "127.0.0.1 1");
    }

    @Test
    void afterFiveRedirectsThereIsNoFile() throws WireFailure {
        status = 301;
        body = "loop";

        node().require(page("/private"), seconds());

        assertThat(asked).hasSize(6);
    }

    @Test
    void ofAFileThatIsTooLongTheBeginCounts() throws WireFailure {
        body = "User-agent: *\nDisallow: /private\n" + "# filler\n".repeat(200_000) + "Disallow: /page\n";
        assertThat(body.length()).isGreaterThan(WireRequest.DEFAULT_MAX_BODY);

        node().require(page("/page"), seconds());
        assertThat(refused(node(), "/private").failureCause()).isEqualTo(Cause.BOT_WALL);

        assertThat(asked).containsExactly("/robots.txt");
    }

    private RobotsCheck node() {
        return node(new FreeCourtesy(wire));
    }

    private RobotsCheck node(Courtesy courtesy) {
        return new RobotsCheck(
                new CourteousWire(courtesy), new RobotsTable(jdbi), new Refusals(new SimpleMeterRegistry()));
    }

    private WireFailure refused(RobotsCheck node, String path) {
        return catchThrowableOfType(WireFailure.class, () -> node.require(page(path), seconds()));
    }

    private URI page(String path) {
        return URI.create(origin + path);
    }

    private static Deadline seconds() {
        return Deadline.in(Duration.ofSeconds(20));
    }
}
