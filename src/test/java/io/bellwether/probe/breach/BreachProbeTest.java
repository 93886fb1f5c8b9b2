package io.bellwether.probe.breach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.ScriptedSource;
import io.bellwether.probe.ScriptedSource.Canned;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreachProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final ScriptedSource source = new ScriptedSource();
    private final BreachProbe probe = new BreachProbe(
            ScriptedSource.sources(NOW),
            TestJson.json(),
            Optional.of(source.base().resolve("/api/v3/")));

    BreachProbeTest() throws IOException {}

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void tellsEachBreachAsADatedEvent() {
        source.says("[" + breach("ShopTwo", "2025-03-04", "") + "," + breach("Shop", "2019-01-02", "") + "]");

        Verdict verdict = run(NOW);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason())
                .isEqualTo("Verified breaches of shop.test that are known: 2, the newest of 2025-03-04.");
        Finding newest = verdict.findings().getFirst();
        assertThat(newest.dimension()).isEqualTo(Dimension.SECURITY);
        assertThat(newest.signal()).isEqualTo("breach");
        assertThat(newest.key()).isEqualTo("breach:ShopTwo");
        assertThat(newest.value()).isNull();
        assertThat(newest.occurredAt()).isEqualTo(Instant.parse("2025-03-04T00:00:00Z"));
        assertThat(newest.source()).isEqualTo(source.base() + "/api/v3/breach/ShopTwo");
        assertThat(newest.detail())
                .containsEntry("pwnCount", 4711L)
                .containsEntry("dataClasses", List.of("Email addresses", "Passwords"))
                .containsEntry("addedDate", "2025-04-05T06:07:08Z")
                .containsEntry("verified", true);
        assertThat(source.asked()).containsExactly("/api/v3/breaches?domain=shop.test");
    }

    @Test
    void saysWhoAsks() {
        source.says(request -> {
            String agent = String.valueOf(request.getRequestHeaders().getFirst("User-Agent"));
            return agent.equals(Wire.USER_AGENT) ? Canned.ok("[]") : new Canned(403, "", Map.of());
        });

        Verdict verdict = run(NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.reason()).isEqualTo("No verified breach of shop.test is known.");
        assertThat(verdict.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is only context")
    @CsvSource({
        "IsVerified, false, breach-unverified",
        "IsVerified, null, breach-unverified",
        "IsFabricated, true, breach-withdrawn",
        "IsSpamList, true, breach-unverified",
        "IsRetired, true, breach-withdrawn",
        "IsMalware, true, breach-unverified",
        "IsStealerLog, true, breach-unverified"
    })
    void countsOnlyWhatIsVerifiedAndTheVendors(String flag, String value, String signal) {
        source.says("[" + breach("Shop", "2025-03-04", ", \"" + flag + "\": " + value) + "]");

        Verdict verdict = run(NOW);

        assertThat(verdict.findings())
                .singleElement()
                .satisfies(event -> assertThat(event.key()).isEqualTo(signal + ":Shop"))
                .satisfies(event -> assertThat(event.signal()).isEqualTo(signal));
        assertThat(verdict.reason())
                .isEqualTo("No verified breach of shop.test is known; not verified or withdrawn: 1.");
    }

    @ParameterizedTest(name = "breached {0}, added {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            2025-03-04, 2025-04-05T06:07:08Z, 2025-03-04T00:00:00Z
            long ago,   2025-04-05T06:07:08Z, 2025-04-05T06:07:08Z
            long ago,   never,                -
            """)
    void datesABreach(String breached, String added, String at) {
        source.says("[" + breach("Shop", breached, "").replace("2025-04-05T06:07:08Z", added) + "]");

        assertThat(run(NOW).findings().stream().map(Finding::occurredAt).toList())
                .isEqualTo(at == null ? List.of() : List.of(Instant.parse(at)));
    }

    @Test
    void saysNothingOfOtherVendors() {
        source.says("[" + breach("Other", "2025-03-04", "").replace("shop.test", "other.test") + ", null, {}, "
                + breach("../../x", "2025-03-04", "") + "]");

        assertThat(run(NOW).findings()).isEmpty();
    }

    @Test
    void keepsTheNewestTwoHundred() {
        source.says(IntStream.range(0, 1000)
                .mapToObj(i -> breach("Shop" + i, "%d-01-01".formatted(1000 + i), ""))
                .collect(Collectors.joining(",", "[", "]")));

        assertThat(run(NOW).findings())
                .hasSize(200)
                .first()
                .satisfies(event -> assertThat(event.key()).isEqualTo("breach:Shop999"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Welcome</html>        | UNEXPECTED_FORMAT
            200 | {"Name": "Shop"}            | UNEXPECTED_FORMAT
            200 | null                        | UNEXPECTED_FORMAT
            200 | [{"PwnCount": "many"}]      | UNEXPECTED_FORMAT
            200 | [{"DataClasses": {"a": 1}}] | UNEXPECTED_FORMAT
            200 | [                           | UNEXPECTED_FORMAT
            403 | no user agent               | UNEXPECTED_STATUS
            404 | []                          | UNEXPECTED_STATUS
            500 | []                          | UNEXPECTED_STATUS
            302 | []                          | UNEXPECTED_STATUS
            503 | Just a captcha              | BOT_WALL
            429 | []                          | BOT_WALL
            """)
    void blamesNobodyForASourceThatFails(int status, String body, Cause cause) {
        source.says(status, body, Map.of("Location", "/elsewhere"));

        Verdict verdict = run(NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).as(verdict.reason()).isEqualTo(cause);
        assertThat(verdict.reason()).endsWith(".");
        assertThat(verdict.findings()).isEmpty();
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void readsNoDeepAndNoHugeAnswer() {
        source.says("[".repeat(400_000));
        assertThat(run(NOW).cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
        source.says("[\"" + "a".repeat(2_000_000) + "\"]");
        assertThat(run(NOW).cause()).isEqualTo(Cause.BODY_TOO_LARGE);
        assertThat(run(NOW).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest(name = "Retry-After {0}: closed for {1} minutes")
    @CsvSource(delimiter = '|', textBlock = """
            7200                          | 120
            1                             | 10
            soon                          | 10
            999999999                     | 10080
            Mon, 23 Nov 2026 11:00:00 GMT | 60
            Mon, 23 Nov 2020 11:00:00 GMT | 10
            """)
    void leavesASourceAloneThatAsksToSlowDown(String asked, long minutes) {
        source.says(429, "", Map.of("Retry-After", asked));
        assertThat(run(NOW).cause()).isEqualTo(Cause.BOT_WALL);
        source.says("[]");

        Verdict paused = run(NOW.plus(Duration.ofMinutes(minutes)).minusSeconds(1));
        assertThat(paused.cause()).as(paused.reason()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(paused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(source.asked()).hasSize(1);

        assertThat(run(NOW.plus(Duration.ofMinutes(minutes))).outcome()).isEqualTo(Outcome.UP);
    }

    @Test
    void asksNobodyWhenNoSourceIsConfigured() {
        BreachProbe none = new BreachProbe(ScriptedSource.sources(NOW), TestJson.json(), Optional.empty());

        Verdict verdict = none.run(new BreachProbe.Settings("shop.test"), ScriptedSource.at(NOW));

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).contains("BELLWETHER_BREACHES_BASE_URL");
    }

    @Test
    void takesADomainOnly() {
        assertThat(TestSettings.faults(probe, Map.of("domain", "shop.test&x=1")))
                .hasSize(1);
    }

    private Verdict run(Instant at) {
        return probe.run(new BreachProbe.Settings("Shop.test"), ScriptedSource.at(at));
    }

    private static String breach(String name, String date, String flags) {
        return """
                {"Name": "%s", "Title": "Shop", "Domain": "shop.test", "BreachDate": "%s",
                 "AddedDate": "2025-04-05T06:07:08Z", "ModifiedDate": "2025-04-05T06:07:08Z", "PwnCount": 4711,
                 "Description": "<em>stolen</em>", "LogoPath": "x", "DataClasses": ["Email addresses", "Passwords"],
                 "IsVerified": true, "IsFabricated": false, "IsSensitive": false, "IsRetired": false%s}""".formatted(name, date, flags);
    }
}
