package io.bellwether.notify.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.routing.Branch;
import io.bellwether.core.alert.routing.Grouping;
import io.bellwether.core.alert.routing.Route;
import io.bellwether.core.alert.routing.RoutingTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our routing tells the same receivers as Alertmanager's, for generated routes and labels: 500 questions in all. */
@Tag("debian")
class AmtoolRoutesTest {

    private static final int QUESTIONS = 50;
    private static final List<String> NAMES = List.of("vendor", "severity", "domain", "tier", "alertname");
    private static final List<String> VALUES = List.of(
            "acme", "globex", "critical", "warning", "uptime", "a b", "quo\"te", "back\\slash", "comma,inside", "ünï");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theSameReceiversAsAmtoolsInTheSameOrder(int seed) throws IOException, InterruptedException {
        Random random = new Random(seed);
        List<String> receivers =
                IntStream.range(0, 8).mapToObj(number -> "r" + number).toList();
        Route root = new Route(
                "r0",
                Grouping.by("vendor"),
                Duration.ofSeconds(1),
                null,
                null,
                List.of(),
                false,
                routes(random, receivers, 3));
        Path file = directory.resolve("routes.yml");
        Files.writeString(file, AlertmanagerYaml.of(root, receivers));
        RoutingTree tree = new RoutingTree(root);

        for (int question = 0; question < QUESTIONS; question++) {
            Map<String, String> labels = labels(random);
            String ours = tree.match(labels).stream().map(Branch::receiver).collect(Collectors.joining(","));

            assertThat(amtool(file, labels))
                    .as(labels + "\n" + Files.readString(file))
                    .isEqualTo(ours);
        }
    }

    private static List<Route> routes(Random random, List<String> receivers, int levels) {
        if (levels == 0) {
            return List.of();
        }
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> new Route(
                        random.nextInt(5) == 0 ? null : one(random, receivers),
                        null,
                        null,
                        null,
                        null,
                        IntStream.range(0, 1 + random.nextInt(2))
                                .mapToObj(_ -> matcher(random))
                                .toList(),
                        random.nextBoolean(),
                        routes(random, receivers, levels - 1)))
                .toList();
    }

    private static Matcher matcher(Random random) {
        Matcher.Operator operator = Matcher.Operator.of(random.nextBoolean(), random.nextBoolean());
        String value = random.nextInt(6) == 0 ? "" : one(random, VALUES);
        String expression = switch (random.nextInt(3)) {
            case 0 -> "a.*|c.*";
            case 1 -> "(acme|globex)?";
            default -> ".+";
        };
        return new Matcher(one(random, NAMES), operator, operator.expression() ? expression : value);
    }

    private static Map<String, String> labels(Random random) {
        Map<String, String> labels = new TreeMap<>();
        NAMES.stream().filter(_ -> random.nextInt(4) > 0).forEach(name -> labels.put(name, one(random, VALUES)));
        labels.putIfAbsent("vendor", "acme");
        return labels;
    }

    private static String one(Random random, List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String amtool(Path file, Map<String, String> labels) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("amtool", "config", "routes", "test", "--config.file=" + file));
        labels.forEach((name, value) -> command.add(Matcher.equal(name, value).toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.strip();
    }
}
