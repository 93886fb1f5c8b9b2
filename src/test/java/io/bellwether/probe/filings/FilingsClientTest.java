package io.bellwether.probe.filings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.probe.KeptClosings;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.PublicSources;
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
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingsClientTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String AGENT = "Widgets Ltd admin@widgets.example";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final KeptFilers filers = new KeptFilers();
    private final KeptPages pages = new KeptPages();
    private final KeptClosings closings = new KeptClosings();
    private volatile int status = 200;
    private volatile int statusOfFigures = 200;
    private volatile String figures = CompanyFactsReaderTest.WIDGETS;
    private volatile String report = "";

    FilingsClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
            boolean facts = exchange.getRequestURI().getPath().contains("companyfacts");
            byte[] body = (facts ? figures : submissions()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(facts ? statusOfFigures : status, body.length == 0 ? -1 : body.length);
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
        assertThat(verdict.findings()).extracting(Finding::signal).containsExactly("filing-nt-10-k", "filing-overdue");
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

    @ParameterizedTest(name = "beside {0} at {1}")
    @CsvSource({
        "https://data.sec.gov, https://www.sec.gov",
        "https://data.sec.gov/, https://www.sec.gov",
        "http://mirror.example/sec, http://mirror.example/sec",
    })
    void theDocumentsAreWhereTheListsAreUnlessThatIsTheSec(URI lists, URI documents) {
        assertThat(FilingsClient.archiveOf(lists)).isEqualTo(documents);
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

    @Test
    void whatOneNodeIsRefusedTheOthersLeaveAlone() {
        status = 429;
        assertThat(ask(probe(Optional.of(AGENT)), NOW).cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        status = 200;

        assertThat(ask(probe(Optional.of(AGENT)), NOW.plusSeconds(1)).cause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whoWaitsForATurnWhenAnotherIsRefusedIsNotSent() {
        FilingsProbe probe = probe(Optional.of(AGENT));
        status = 403;

        List<Verdict> verdicts = IntStream.range(0, 20)
                .boxed()
                .gather(Gatherers.mapConcurrent(20, _ -> ask(probe, NOW)))
                .toList();

        assertThat(verdicts).extracting(Verdict::cause).containsOnly(Cause.CIRCUIT_OPEN);
        assertThat(asked).as("while one came back with a refusal").hasSizeBetween(1, 10);
    }

    @Test
    void readsTheFiguresOnceForEachReport() {
        FilingsProbe probe = probe(Optional.of(AGENT));
        report = "0000004711-25-000001";

        Verdict first = ask(probe, NOW);
        assertThat(first.outcome()).isEqualTo(Outcome.UP);
        assertThat(first.detail()).containsEntry("figures", "3 figures read");
        assertThat(filers.facts(4711)).hasSize(3);
        assertThat(ask(probe, NOW.plusSeconds(3600)).detail()).containsEntry("figures", "figures read " + NOW);
        assertThat(askedForFigures()).isEqualTo(1);
        assertThat(asked.get(1)).isEqualTo("/api/xbrl/companyfacts/CIK0000004711.json " + AGENT);

        report = "0000004711-25-000002";
        ask(probe, NOW.plusSeconds(7200));
        assertThat(askedForFigures()).isEqualTo(2);
    }

    @Test
    void looksAgainAfterSixHoursWhenTheFiguresOfANewReportAreNotThereYet() {
        FilingsProbe probe = probe(Optional.of(AGENT));
        report = "0000004711-26-000009";

        ask(probe, NOW);
        ask(probe, NOW.plus(Duration.ofHours(6)).minusMillis(1));
        assertThat(askedForFigures()).isEqualTo(1);
        ask(probe, NOW.plus(Duration.ofHours(6)));
        assertThat(askedForFigures()).isEqualTo(2);
        ask(probe, NOW.plus(Duration.ofDays(3)));
        assertThat(askedForFigures()).as("amendments may never have any").isEqualTo(2);
    }

    @Test
    void aCompanyWhoseReportsHoldNoFiguresIsAskedForThemOnce() {
        FilingsProbe probe = probe(Optional.of(AGENT));
        report = "0000004711-25-000001";
        statusOfFigures = 404;

        assertThat(ask(probe, NOW).outcome()).isEqualTo(Outcome.UP);
        assertThat(ask(probe, NOW.plus(Duration.ofDays(1))).outcome()).isEqualTo(Outcome.UP);
        assertThat(askedForFigures()).isEqualTo(1);
        assertThat(filers.facts(4711)).isEmpty();
    }

    @ParameterizedTest(name = "status {0} with {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"cik": 4711, "facts": {"us-gaap":      | UNEXPECTED_FORMAT | not JSON
            200 | <?xml version='1.0'?><Error/>           | UNEXPECTED_FORMAT | not JSON
            200 | {"cik": 4712, "facts": {}}              | UNEXPECTED_FORMAT | CIK 4712
            500 | sorry                                   | UNEXPECTED_STATUS | 500
            429 | slow down                               | CIRCUIT_OPEN      | 429
            403 | who are you                             | CIRCUIT_OPEN      | 403
            """)
    void figuresThatCannotBeReadAreUnknownAndTheEventsCount(int code, String body, Cause cause, String reason) {
        FilingsProbe probe = probe(Optional.of(AGENT));
        report = "0000004711-25-000001";
        ask(probe, NOW);
        report = "0000004711-25-000002";
        statusOfFigures = code;
        figures = body;

        Verdict verdict = ask(probe, NOW.plusSeconds(60));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains("figures could not be read", reason);
        assertThat(verdict.findings()).extracting(Finding::signal).contains("filing-nt-10-k", "filing-10-q");
        assertThat(filers.facts(4711)).as("what was known stays known").hasSize(3);
        assertThat(ask(probe, NOW.plusSeconds(120)).outcome())
                .as("it is tried again, unless we were asked to stop")
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(askedForFigures()).isEqualTo(cause == Cause.CIRCUIT_OPEN ? 2 : 3);
    }

    private long askedForFigures() {
        return asked.stream().filter(line -> line.contains("companyfacts")).count();
    }

    private String submissions() {
        return report.isEmpty() ? """
                {"name": "WIDGETS", "filings": {"recent": {"accessionNumber": ["0000004711-26-000001"],
                 "form": ["NT 10-K"], "filingDate": ["2026-11-01"]}}}""" : """
                {"name": "WIDGETS", "filings": {"recent": {
                 "accessionNumber": ["0000004711-26-000001", "%s", "0000004711-24-000001"],
                 "form": ["NT 10-K", "10-Q", "10-K"], "filingDate": ["2026-11-22", "2026-11-21", "2024-02-20"]}}}""".formatted(report);
    }

    private Verdict ask(FilingsProbe probe, Instant at) {
        closings.clock(at);
        return probe.run(new FilingsProbe.Settings("4711"), new ProbeContext(at, Deadline.in(Duration.ofSeconds(5))));
    }

    private FilingsProbe probe(Optional<String> userAgent) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new FilingsProbe(
                new FilingsClient(
                        new PublicSources(ScriptedSource.wire(), closings, new KeptPace()),
                        base,
                        Optional.empty(),
                        userAgent),
                filers,
                pages,
                new KeptDocuments(),
                TestJson.json());
    }
}
