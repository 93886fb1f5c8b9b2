package io.bellwether.probe.filings;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.probe.KeptClosings;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Answers for the SEC about company 4711, and looks at them as the probe does. */
public final class SimulatedSec implements AutoCloseable {

    public static final long CIK = 4711;
    public static final String SUBMISSIONS = "/submissions/CIK0000004711.json";
    public static final String FIGURES = "/api/xbrl/companyfacts/CIK0000004711.json";

    private record Answer(int status, String body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final KeptFilers filers = new KeptFilers();
    private final KeptClosings closings = new KeptClosings();
    private final HttpServer server;
    private final FilingsProbe probe;

    public SimulatedSec() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.createContext("/", this::answer);
        server.start();
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        FilingsClient client = new FilingsClient(
                ScriptedSource.sources(closings), base, Optional.empty(), Optional.of("Widgets admin@widgets.example"));
        probe = new FilingsProbe(client, filers, new KeptPages(), new KeptDocuments(), TestJson.json());
    }

    /** What it answers from now on; anything else is not there. */
    public void says(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    public Verdict look(Instant now) {
        closings.clock(now);
        return probe.run(new FilingsProbe.Settings("4711"), new ProbeContext(now, Deadline.in(Duration.ofSeconds(10))));
    }

    /** The paths that were asked for, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The figures that the looks have kept. */
    public List<FiledFact> kept() {
        return filers.last(CIK).isPresent() ? filers.facts(CIK) : List.of();
    }

    /** Figures as the SEC writes them down. */
    public static String figures(List<FiledFact> facts) {
        Map<String, Map<String, Map<String, List<String>>>> tree = facts.stream()
                .collect(Collectors.groupingBy(
                        fact -> fact.tag().substring(0, fact.tag().indexOf(':')),
                        TreeMap::new,
                        Collectors.groupingBy(
                                fact -> "\"" + fact.tag().substring(fact.tag().indexOf(':') + 1) + "\": {\"units\": {",
                                TreeMap::new,
                                Collectors.groupingBy(
                                        FiledFact::unit,
                                        TreeMap::new,
                                        Collectors.mapping(SimulatedSec::figure, Collectors.toList())))));
        return tree.entrySet().stream()
                .map(taxonomy -> "\"" + taxonomy.getKey() + "\": {" + tags(taxonomy.getValue()) + "}")
                .collect(Collectors.joining(",", "{\"cik\": 4711, \"entityName\": \"WIDGETS\", \"facts\": {", "}}"));
    }

    private static String tags(Map<String, Map<String, List<String>>> tags) {
        return tags.entrySet().stream()
                .map(tag -> tag.getKey() + units(tag.getValue()) + "}}")
                .collect(Collectors.joining(","));
    }

    private static String units(Map<String, List<String>> units) {
        return units.entrySet().stream()
                .map(unit -> "\"" + unit.getKey() + "\": [" + String.join(",", unit.getValue()) + "]")
                .collect(Collectors.joining(","));
    }

    private static String figure(FiledFact fact) {
        String start = fact.start() == null ? "" : "\"start\": \"" + fact.start() + "\", ";
        return "{%s\"end\": \"%s\", \"val\": %s, \"accn\": \"%s\", \"form\": \"%s\", \"filed\": \"%s\"}"
                .formatted(start, fact.end(), fact.value(), fact.accession(), fact.form(), fact.filed());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        Answer answer = answers.getOrDefault(path, new Answer(404, "<Error><Code>NoSuchKey</Code></Error>"));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
