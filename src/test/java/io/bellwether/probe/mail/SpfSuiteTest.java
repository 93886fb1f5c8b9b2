package io.bellwether.probe.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.TestNameServer;
import io.bellwether.core.posture.mail.IpAddress;
import io.bellwether.core.posture.mail.Spf;
import io.bellwether.core.posture.mail.SpfLimits;
import io.bellwether.core.posture.mail.SpfMessage;
import io.bellwether.core.posture.mail.SpfOutcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.probe.Lookups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The RFC 7208 test suite as Debian carries it, asked over the wire from a server of our own. */
@Tag("debian")
class SpfSuiteTest {

    private static final Path SUITE = Path.of("/usr/share/gocode/src/blitiri.com.ar/go/spf/testdata/rfc7208-tests.yml");
    private static final Duration SHARE = Duration.ofMillis(1_200);
    private static final int CASES = 203;

    @Test
    void everyCaseOfTheSuiteHasItsResult() throws IOException {
        List<String> misses = new ArrayList<>();
        int cases = 0;
        for (Object scenario : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(SUITE))) {
            if (scenario instanceof Map<?, ?> parts) {
                cases += judge(parts, misses);
            }
        }

        assertThat(misses).isEmpty();
        assertThat(cases).isEqualTo(CASES);
    }

    private static int judge(Map<?, ?> scenario, List<String> misses) throws IOException {
        Map<?, ?> tests = (Map<?, ?>) Objects.requireNonNull(scenario.get("tests"));
        SuiteServer zone = new SuiteServer((Map<?, ?>) Objects.requireNonNull(scenario.get("zonedata")));
        try (TestNameServer server = zone.start()) {
            EgressGuard closed = new EgressGuard((name, deadline) -> List.of(), Optional.empty());
            Lookups lookups = new Lookups(new DnsWire(closed, Optional.of(server.address())));
            tests.forEach((name, test) -> judge(String.valueOf(name), (Map<?, ?>) test, lookups, misses));
        }
        return tests.size();
    }

    private static void judge(String name, Map<?, ?> test, Lookups lookups, List<String> misses) {
        SpfMessage message = new SpfMessage(
                Objects.requireNonNull(IpAddress.parse(text(test, "host"))),
                text(test, "mailfrom"),
                text(test, "helo"),
                Instant.EPOCH);
        DnsQuestions dns = new DnsQuestions(lookups, Deadline.in(Duration.ofSeconds(30)), SHARE);
        SpfOutcome outcome = Spf.check(message, SpfLimits.STANDARD, dns);
        List<String> allowed = test.get("result") instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(text(test, "result"));
        String explanation = Objects.requireNonNullElse(outcome.explanation(), "DEFAULT");
        boolean fits = allowed.contains(outcome.result().name().toLowerCase(Locale.ROOT))
                && (!test.containsKey("explanation") || explanation.equals(text(test, "explanation")));
        if (!fits) {
            misses.add(name + " is to be " + allowed + ", was " + outcome);
        }
    }

    private static String text(Map<?, ?> test, String key) {
        return String.valueOf(test.get(key));
    }
}
