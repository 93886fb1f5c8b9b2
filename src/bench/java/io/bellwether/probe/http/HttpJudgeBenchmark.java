package io.bellwether.probe.http;

import io.bellwether.core.Phases;
import io.bellwether.platform.BenchJson;
import io.bellwether.platform.Json;
import io.bellwether.platform.egress.Body;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One answer judged, by a text it contains and by a value in its JSON; and its detail written as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HttpJudgeBenchmark {

    private static final URI ADDRESS = URI.create("https://api.example.com/health");

    private final Json json = BenchJson.json();
    private final HttpProbe.Settings byText =
            settings(Map.of("url", ADDRESS.toString(), "bodyContains", "\"status\":\"ok\""));
    private final HttpProbe.Settings byPath =
            settings(Map.of("url", ADDRESS.toString(), "jsonPath", "$[?(@.status == 'ok')]"));
    private final WireResponse answer = new WireResponse(
            200,
            new TreeMap<>(Map.of("Content-Type", List.of("application/json"))),
            Body.of("{\"status\":\"ok\",\"version\":\"2026.11.1\",\"uptime\":1234567,\"region\":\"eu-west-1\"}"),
            new Phases(1.0, 12.0, 25.0, 60.0, 1.5),
            99.5,
            ADDRESS,
            List.of(),
            "192.0.2.1",
            null,
            false);
    private final Map<String, Object> detail = HttpProbe.judge(byText, answer).detail();

    @Benchmark
    public Verdict judgeText() {
        return HttpProbe.judge(byText, answer);
    }

    @Benchmark
    public Verdict judgePath() {
        return HttpProbe.judge(byPath, answer);
    }

    @Benchmark
    public String writeDetail() {
        return json.write(detail);
    }

    private HttpProbe.Settings settings(Map<String, Object> values) {
        return json.convert(values, HttpProbe.Settings.class, "/settings");
    }
}
