package io.bellwether.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Entry point: {@code Benchmark <packaged jar> [scenario …]}. Without a scenario all of them run except {@code faults},
 * which takes ten minutes, and {@code soak}, which takes an hour and more. The table is printed as Markdown after each scenario.
 */
final class Benchmark {

    /** What the operations guide recommends for a machine of this size. */
    private static final String JVM = "-XX:+UseSerialGC -Xms64m -Xmx256m";

    private static final List<Scenario> SCENARIOS = List.of(
            new Steady("http", new Load(5_000, Duration.ofMinutes(1), "http"), Duration.ofMinutes(5)),
            new Steady("https", new Load(5_000, Duration.ofMinutes(1), "https"), Duration.ofMinutes(2)),
            new Steady("http-500", new Load(5_000, Duration.ofSeconds(10), "http"), Duration.ofMinutes(1)),
            new Steady("https-500", new Load(5_000, Duration.ofSeconds(10), "https"), Duration.ofMinutes(1)),
            new Saturation("http-saturation", new Load(20_000, Duration.ofSeconds(5), "http"), 3_000),
            new Saturation("https-saturation", new Load(7_500, Duration.ofSeconds(5), "https"), 1_000),
            new Restart(),
            new Hanging(),
            new Growth(),
            new History(),
            new Alerting(),
            new Posture(),
            new Finance(),
            new HotPaths(),
            new Faults(),
            new Soak());

    /** These take long; they run when they are asked for. */
    private static final Set<String> LONG = Set.of("faults", "soak");

    private Benchmark() {}

    public static void main(String... arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        List<Scenario> scenarios = SCENARIOS.stream()
                .filter(scenario ->
                        wanted.isEmpty() ? !LONG.contains(scenario.name()) : wanted.contains(scenario.name()))
                .toList();
        if (scenarios.size() < wanted.size()) {
            throw new IllegalArgumentException("Scenarios are "
                    + SCENARIOS.stream().map(Scenario::name).toList() + ", not all of " + wanted + ".");
        }
        Report report = new Report();
        List<String> jvm = List.of(System.getProperty("bench.jvm", JVM).split(" "));
        for (Scenario scenario : scenarios) {
            Path directory = Files.createTempDirectory("bellwether-bench");
            try (Target target = Target.start(directory.resolve("target"))) {
                System.out.println("-- " + scenario.name());
                scenario.run(new Bench(directory, target, new Bellwether.Options(jar, jvm, Map.of())), report);
            } finally {
                System.out.println(report.table());
                delete(directory);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
