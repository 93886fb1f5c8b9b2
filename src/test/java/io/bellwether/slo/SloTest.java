package io.bellwether.slo;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.slo.Span;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objectives, maintenance and what is left of error budgets, through the API; each figure worked out by hand. */
@QuarkusTest
class SloTest {

    private static final JsonPathConfig DOUBLES = new JsonPathConfig(JsonPathConfig.NumberReturnType.DOUBLE);
    private static final Instant DAY = Instant.parse("2003-05-10T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final SloWorld world;
    private final Objectives objectives;
    private final Ledgers ledgers;
    private final BurnRates rates;
    private final BudgetJob job;
    private final Jdbi jdbi;
    private final Json json;
    private final Clock clock;

    private Vendor vendor;

    SloTest(
            SloWorld world,
            Objectives objectives,
            Ledgers ledgers,
            BurnRates rates,
            BudgetJob job,
            Jdbi jdbi,
            Json json,
            Clock clock) {
        this.world = world;
        this.objectives = objectives;
        this.ledgers = ledgers;
        this.rates = rates;
        this.job = job;
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    @BeforeEach
    void aVendor() {
        vendor = world.vendor();
    }

    @Test
    void anObjectiveTellsWhatIsLeftOfItsBudget() {
        Instant now = clock.instant().truncatedTo(MINUTES);
        Instant gap = now.minus(Duration.ofHours(8));
        Instant outage = now.minus(Duration.ofHours(10));
        world.observe(world.probe(vendor, MINUTE), now.minus(Duration.ofHours(25)), now.plusSeconds(600), at -> {
            if (in(at, gap, 20)) {
                return Outcome.UNKNOWN;
            }
            // Nobody looked in the 10 minutes after the gap.
            return in(at, gap, 30) ? null : in(at, outage, 5) ? Outcome.DOWN : Outcome.UP;
        });

        String id = created(Map.of("kind", "AVAILABILITY", "target", 0.99, "window", Map.of("days", 1)))
                .header("Location", containsString("/api/v1/objectives/"))
                .header("ETag", "\"0\"")
                .body("name", equalTo("99 % available over 1 day"))
                .body("burnRates.refusal", everyItem(containsString("younger than")))
                .extract()
                .path("id");
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE objective SET created_at = created_at - interval '90 days' WHERE id = ?::uuid", id));

        JsonPath read = get("/api/v1/objectives/" + id);
        // 1 % of 1440 minutes may be bad, 5 were; 30 are unknown.
        assertBudget(read, 14.4, 5);
        assertThat(read.getDouble("attainment")).isCloseTo(1405.0 / 1410, within(1e-5));
        assertThat(read.getDouble("unknownMinutes")).isCloseTo(30, within(1e-6));
        assertThat(read.getDouble("excludedMinutes")).isZero();
        assertThat(read.getString("method")).contains("unknown time is left out");
        assertThat(read.getList("burnRates.urgency")).containsExactly("PAGE", "PAGE", "TICKET", "TICKET");
        assertThat(read.getList("burnRates.firing")).containsOnly(false);
        // In the last three days 25 hours are known, which is less than half.
        assertThat(read.getList("burnRates.state")).containsExactly("CALM", "CALM", "CALM", "UNKNOWN");
        assertThat(get(objectivesOf()).getList("items.id")).containsExactly(id);
    }

    @Test
    void maintenanceOfBothSourcesIsLeftOutOfTheAccountOnce() {
        world.observe(world.probe(vendor, MINUTE), DAY, DAY.plus(Duration.ofDays(1)), down(600, 660));
        created(Map.of("kind", "AVAILABILITY", "target", 0.99, "window", Map.of("days", 30)));
        created(Map.of("kind", "AVAILABILITY", "target", 0.9, "window", Map.of("days", 30)));
        // An hour down, of 1440 minutes.
        assertDay(1380.0 / 1440, 60, 0);

        String own = window(630, 690, true).statusCode(201).extract().path("id");
        window(0, 60, false).statusCode(201).body("excluded", equalTo(false));
        world.announce(vendor, "m1", minute(480), minute(540), "scheduled", DAY);
        world.announce(vendor, "m1", minute(660), minute(720), "scheduled", DAY.plusSeconds(60));
        world.announce(vendor, "m2", minute(780), minute(840), "scheduled", DAY);
        world.announce(vendor, "m2", minute(780), minute(840), "Cancelled", DAY.plusSeconds(60));

        // From 10:30 to 12:00 is maintenance, announced anew from 11:00 on: 1350 minutes count, 30 of them down.
        assertDay(1320.0 / 1350, 30, 90);
        assertBudget(get(availability()), 13.5, 30);
        JsonPath listed = get(windows() + "&from=" + minute(60) + "&to=" + minute(1440));
        assertThat(listed.getList("items.source")).containsExactly("ANNOUNCED", "OWN");
        assertThat(listed.getList("items.reason")).containsExactly("New database", "Move");
        assertThat(listed.getList("items.url")).containsExactly("https://status.example/m1", null);

        String path = "/api/v1/maintenance-windows/" + own;
        As.operator()
                .header("If-Match", "\"0\"")
                .body(Map.of("endsAt", minute(645).toString()))
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        // From 10:30 to 10:45 and from 11:00 to 12:00.
        assertDay(1320.0 / 1365, 45, 75);

        As.operator().header("If-Match", "\"0\"").delete(path).then().statusCode(412);
        As.operator().delete(path).then().statusCode(204);
        assertDay(1320.0 / 1380, 60, 60);

        String announced = "/api/v1/maintenance-windows/" + listed.getString("items[0].id");
        As.viewer().get(announced).then().statusCode(200).body("createdBy", nullValue());
        As.operator()
                .delete(announced)
                .then()
                .statusCode(409)
                .body("detail", containsString("bellwether.slo.exclude-announced"));
        Span day = new Span(DAY, DAY.plus(Duration.ofDays(1)));
        SloSettings announcedCounts = new SloSettings() {
            @Override
            public boolean excludeAnnounced() {
                return false;
            }

            @Override
            public boolean muteAnnounced() {
                return true;
            }
        };
        assertThat(new MaintenanceReads(jdbi, json, announcedCounts).excluded(vendor.id(), day))
                .isEmpty();
    }

    @Test
    void workThatMayBeAboutOthersIsListedButNotExcluded() {
        world.observe(world.probe(vendor, MINUTE), DAY, minute(1440), down(480, 510));
        world.announce(vendor, "m1", minute(480), minute(540), Map.of("partial", true), DAY);

        JsonPath day = get(availability());
        assertThat(day.getDouble("availability")).isEqualTo(1410.0 / 1440);
        assertThat(day.getDouble("excludedMinutes")).isZero();
        assertThat(get(windows()).getList("items.excluded")).containsExactly(false);
    }

    @Test
    void aMonthInWhichTheClocksWentForwardIsAnHourShorter() {
        ConfiguredProbe hourly = world.probe(vendor, Duration.ofHours(1));
        Instant begin = Instant.parse("2003-02-28T23:00:00Z");
        Instant end = Instant.parse("2003-03-31T22:00:00Z");
        Instant jump = Instant.parse("2003-03-30T00:00:00Z");
        world.observe(hourly, begin, end, at -> in(at, jump, 120) ? Outcome.DOWN : Outcome.UP);
        Map<String, Object> month = Map.of("unit", "MONTH", "zone", "Europe/Berlin");
        created(Map.of("kind", "AVAILABILITY", "target", 0.99, "window", month))
                .body("name", equalTo("99 % available over a month (Europe/Berlin)"))
                .body("window.zone", equalTo("Europe/Berlin"));
        ServiceObjective objective = objectives.strictest(vendor.id()).orElseThrow();
        Clock lastHour = Clock.fixed(end.minus(Duration.ofHours(1)), ZoneOffset.UTC);

        ObjectiveState state = new ObjectiveStates(ledgers, rates, lastHour).of(objective);

        // 31 days less an hour are 743 hours, of which 1 % are 445.8 minutes; 742 have passed, 2 of them down.
        assertThat(state.span()).isEqualTo(new Span(begin, end));
        assertThat(state.errorBudget().total()).isEqualTo(445.8);
        assertThat(state.errorBudget().used()).isEqualTo(120.0);
        assertThat(state.attainment()).isEqualTo(740.0 / 742);
        assertBudget(get(vendorPath() + "/availability?from=" + begin + "&to=" + end), 445.8, 120);
    }

    @Test
    void aLatencyObjectiveCountsSlowAnswersByTheTimeTheySpeakFor() {
        Instant now = clock.instant().truncatedTo(MINUTES);
        Instant slow = now.minus(Duration.ofHours(5));
        ConfiguredProbe probe = world.probe(vendor, MINUTE);
        world.observe(
                probe,
                now.minus(Duration.ofHours(25)),
                now.plusSeconds(600),
                at -> in(at, now.minus(Duration.ofHours(3)), 30) ? Outcome.DOWN : Outcome.UP,
                at -> in(at, slow, 120) ? 900 : 200);
        Map<String, Object> body =
                new LinkedHashMap<>(Map.of("name", "Fast", "probe", probe.id(), "kind", "LATENCY", "target", 0.95));
        body.putAll(Map.of("threshold", "PT0.5S", "window", Map.of("days", 1)));
        String id = created(body).body("threshold", equalTo("PT0.5S")).extract().path("id");

        // Two hours were slow; 5 % of 1440 minutes may be. Where it was down it had no latency.
        JsonPath read = get("/api/v1/objectives/" + id);
        assertBudget(read, 72, 120);
        // An answer that was due before the window does not speak for its first minute.
        assertThat(read.getDouble("unknownMinutes")).isBetween(29.9, 31.1);

        As.operator()
                .body(Map.of(
                        "vendor", vendor.slug(),
                        "startsAt", slow.toString(),
                        "endsAt", slow.plusSeconds(3600).toString(),
                        "reason", "Move"))
                .post("/api/v1/maintenance-windows")
                .then()
                .statusCode(201);

        // One of the slow hours is left, and 5 % of 1380 minutes.
        assertBudget(get("/api/v1/objectives/" + id), 69, 60);
    }

    @Test
    void aBudgetThatBurnsIsAnAlertInBothVoices() {
        Instant now = clock.instant().truncatedTo(MINUTES);
        world.observe(
                world.probe(vendor, MINUTE),
                now.minus(Duration.ofDays(3)),
                now.plusSeconds(600),
                at -> in(at, now.minusSeconds(1200), 40) ? Outcome.DOWN : Outcome.UP);
        String id = created(Map.of("kind", "AVAILABILITY", "target", 0.999, "window", Map.of("days", 28)))
                .extract()
                .path("id");
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE objective SET created_at = created_at - interval '90 days' WHERE id = ?::uuid", id));

        job.checkAll();

        As.viewer()
                .get("/api/v1/alerts?vendor=" + vendor.slug())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].rule", equalTo("error-budget-burn"))
                .body("items[0].severity", equalTo("CRITICAL"))
                .body("items[0].facts.objectiveId", equalTo(id))
                .body("items[0].facts.totalMinutes", equalTo("40.3"))
                .body("items[0].text.it", containsString("over 1 h (limit 14.4)"))
                .body("items[0].text.marketing", containsString("It may fail for 40.3 min over 28 days"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"AVAILABILITY","target":99.9,"window":{"days":28}}                        | /target      | 0.999
            {"kind":"AVAILABILITY","window":{"days":28}}                                      | /target      | null
            {"kind":"SPEED","target":0.9,"window":{"days":28}}                                | /kind        | AVAILABILITY, LATENCY
            {"kind":"AVAILABILITY","target":0.9}                                              | /window      | null
            {"kind":"AVAILABILITY","target":0.9,"window":{}}                                  | /window      | 'days'
            {"kind":"AVAILABILITY","target":0.9,"window":{"days":0}}                          | /window/days | 1
            {"kind":"AVAILABILITY","target":0.9,"window":{"days":7,"unit":"WEEK","zone":"UTC"}} | /window    | not both
            {"kind":"AVAILABILITY","target":0.9,"window":{"unit":"WEEK"}}                     | /window/zone | Europe/Berlin
            {"kind":"AVAILABILITY","target":0.9,"window":{"unit":"WEEK","zone":"Mars/Base"}}  | /window/zone | IANA
            {"kind":"AVAILABILITY","target":0.9,"threshold":"PT1S","window":{"days":28}}      | /threshold   | leave it out
            {"kind":"LATENCY","target":0.9,"window":{"days":28}}                              | /threshold   | PT0.8S
            {"kind":"LATENCY","target":0.9,"threshold":"PT2H","window":{"days":28}}           | /threshold   | PT1H
            {"kind":"LATENCY","target":0.9,"threshold":"fast","window":{"days":28}}           | /threshold   | duration
            {"probe":"018f0000-0000-7000-8000-000000000000","kind":"AVAILABILITY","target":0.9,"window":{"days":28}} | /probe | no probe
            """)
    void aWrongFieldOfAnObjectiveIsNamed(String body, String pointer, String detail) {
        As.operator()
                .body(body)
                .post(objectivesOf())
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer))
                .body("errors.find { it.pointer == '%s' }.detail".formatted(pointer), containsString(detail));
    }

    @Test
    void aWrongFieldOfAWindowIsNamed() {
        window(60, 60, true).statusCode(400).body("errors.pointer", hasItem("/endsAt"));
        As.operator()
                .body(Map.of("vendor", "nobody", "startsAt", DAY, "endsAt", minute(1), "reason", "Move"))
                .post("/api/v1/maintenance-windows")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/vendor"));
        String id = window(0, 60, true).extract().path("id");
        As.operator()
                .body(Map.of("vendor", "other"))
                .patch("/api/v1/maintenance-windows/" + id)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/vendor"));
        As.viewer().get(windows() + "&after=nonsense").then().statusCode(400).body("errors.pointer", hasItem("after"));
    }

    private ValidatableResponse created(Map<String, ?> body) {
        return As.operator().body(body).post(objectivesOf()).then().statusCode(201);
    }

    private ValidatableResponse window(int from, int to, boolean excluded) {
        return As.operator()
                .body(Map.of(
                        "vendor", vendor.slug(),
                        "startsAt", minute(from).toString(),
                        "endsAt", minute(to).toString(),
                        "reason", "Move",
                        "excluded", excluded))
                .post("/api/v1/maintenance-windows")
                .then();
    }

    private void assertDay(double availability, double downMinutes, double excludedMinutes) {
        JsonPath day = get(availability());
        assertThat(day.getDouble("availability")).isEqualTo(availability);
        assertThat(day.getDouble("errorBudget.used")).isEqualTo(downMinutes);
        assertThat(day.getDouble("excludedMinutes")).isEqualTo(excludedMinutes);
        assertThat(day.getDouble("objective")).isEqualTo(0.99);
    }

    private static void assertBudget(JsonPath read, double total, double used) {
        assertThat(read.getDouble("errorBudget.total")).isCloseTo(total, within(0.001));
        assertThat(read.getDouble("errorBudget.used")).isCloseTo(used, within(0.1));
        assertThat(read.getDouble("errorBudget.remaining")).isCloseTo(total - used, within(0.1));
    }

    private static JsonPath get(String path) {
        return As.viewer().get(path).then().statusCode(200).extract().jsonPath(DOUBLES);
    }

    private String vendorPath() {
        return "/api/v1/vendors/" + vendor.slug();
    }

    private String objectivesOf() {
        return vendorPath() + "/objectives";
    }

    private String windows() {
        return "/api/v1/maintenance-windows?vendor=" + vendor.slug();
    }

    private String availability() {
        return vendorPath() + "/availability?from=" + DAY + "&to=" + minute(1440);
    }

    private static Function<Instant, Outcome> down(int from, int to) {
        return at -> in(at, minute(from), to - from) ? Outcome.DOWN : Outcome.UP;
    }

    private static Instant minute(int minute) {
        return DAY.plus(Duration.ofMinutes(minute));
    }

    private static boolean in(Instant at, Instant from, int minutes) {
        return !at.isBefore(from) && at.isBefore(from.plus(Duration.ofMinutes(minutes)));
    }
}
