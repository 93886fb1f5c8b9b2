package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilingsClientTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String AGENT = "Widgets Ltd admin@widgets.example";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    FilingsClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
            byte[] body = """
                    {"name": "WIDGETS", "filings": {"recent": {"accessionNumber": ["0000004711-26-000001"],
                     "form": ["NT 10-K"], "filingDate": ["2026-11-01"]}}}""".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksForThePaddedNumberAndSaysWhoAsks() {
        Verdict verdict = ask(probe(Optional.of(AGENT)), NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(event -> assertThat(event.signal()).isEqualTo("filing-nt-10-k"));
        assertThat(asked).containsExactly("/submissions/CIK0000004711.json " + AGENT);
    }

    @Test
    void asksNothingWithoutKnowingWhoAsks() {
        Verdict verdict = ask(probe(Optional.empty()), NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("BELLWETHER_FILINGS_USER_AGENT");
        assertThat(asked).isEmpty();
    }

    @Test
    void leavesTheSecAloneForTenMinutesWhenRefused() {
        FilingsProbe probe = probe(Optional.of(AGENT));
        status = 403;
        assertThat(ask(probe, NOW).cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        status = 200;

        Verdict paused = ask(probe, NOW.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(paused.cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(paused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(asked).as("nothing is sent while paused").hasSize(1);

        assertThat(ask(probe, NOW.plus(Duration.ofMinutes(10))).outcome()).isEqualTo(Outcome.UP);
        assertThat(asked).hasSize(2);
    }

    private Verdict ask(FilingsProbe probe, Instant at) {
        return probe.run(new FilingsProbe.Settings("4711"), new ProbeContext(at, Deadline.in(Duration.ofSeconds(5))));
    }

    private FilingsProbe probe(Optional<String> userAgent) {
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    throw LookupFailed.noAddress(name);
                },
                Optional.of(List.of("127.0.0.1")));
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new FilingsProbe(
                new FilingsClient(new Wire(guard, new Authorities(Optional.empty())), base, userAgent),
                TestJson.json());
    }
}
