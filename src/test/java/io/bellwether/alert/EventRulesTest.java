package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a vendor's trust, from what is stored to what is told; an alert about it waits for somebody to read it. */
@QuarkusTest
class EventRulesTest {

    private static final String DOMAIN = "example.org";

    private final AlertWorld world;
    private final AlertUpkeep upkeep;
    private final Alerts alerts;
    private final Clock clock;
    private Instant now;
    private Vendor vendor;

    EventRulesTest(AlertWorld world, AlertUpkeep upkeep, Alerts alerts, Clock clock) {
        this.world = world;
        this.upkeep = upkeep;
        this.alerts = alerts;
        this.clock = clock;
    }

    @BeforeEach
    void aVendor() {
        now = clock.instant();
        vendor = world.vendor();
    }

    @Test
    void aBreachIsToldOnceAndWithWhatWasTaken() {
        Finding breach = breach("GlobexMail", 400, 2, "Email addresses", "Passwords");

        world.learn(vendor, at(-120), breach);
        world.learn(vendor, at(-60), breach);

        Alert told = world.only(vendor, BuiltInRule.BREACH);
        assertThat(told.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(told.text().it()).contains("Globex, GlobexMail", "120000 accounts", "Email addresses, Passwords");
        assertThat(told.text().marketing()).contains("Passwords", "change your password");
        assertThat(world.outbox(vendor, BuiltInRule.BREACH))
                .extracting(AlertTransition::kind)
                .containsExactly("FIRING");
    }

    @Test
    void ofTheFirstLookOnlyWhatWasPublishedLatelyAndIsVerifiedIsNews() {
        world.learn(
                vendor,
                now,
                breach("Recent", 400, 89, "Email addresses"),
                breach("Old", 400, 91, "Passwords"),
                event("breach-unverified", "breach-unverified:Rumour", 2, Map.of()));

        Alert told = world.only(vendor, BuiltInRule.BREACH);
        assertThat(told.severity()).isEqualTo(Severity.WARNING);
        assertThat(told.facts()).containsEntry("title", "Globex, Recent").containsEntry("secrets", false);
        assertThat(told.text().marketing()).doesNotContain("change your password");
    }

    @Test
    void eachBreachHasAnAlertOfItsOwn() {
        world.learn(vendor, at(-60), breach("First", 3, 2, "Names"));
        world.learn(vendor, now, breach("Second", 2, 1, "Names"));

        assertThat(world.all(vendor, BuiltInRule.BREACH))
                .extracting(alert -> alert.facts().get("title"))
                .containsExactlyInAnyOrder("Globex, First", "Globex, Second");
    }

    @ParameterizedTest
    @CsvSource({"domain-registrar, registrar, registrar", "domain-name-servers, name-servers, name servers"})
    void aDomainThatMovesIsToldOnceWithWhereItWasAndWhereItIs(String signal, String check, String words) {
        world.learn(vendor, at(-300), state(signal, check, "One Ltd", -300));
        assertThat(world.all(vendor, BuiltInRule.DOMAIN_MOVED)).isEmpty();

        world.learn(vendor, at(-200), state(signal, check, "Two Ltd", -200));
        world.learn(vendor, at(-100), state(signal, check, "Two Ltd", -100));

        Alert moved = world.only(vendor, BuiltInRule.DOMAIN_MOVED);
        assertThat(moved.severity()).isEqualTo(Severity.WARNING);
        assertThat(moved.facts()).containsEntry("before", "One Ltd").containsEntry("now", "Two Ltd");
        assertThat(moved.text().it())
                .contains("the " + words + " of the domain " + DOMAIN, "Before: One Ltd. Now: Two Ltd.");
        assertThat(moved.text().marketing()).contains("The internet address " + DOMAIN);
        assertThat(world.all(vendor, BuiltInRule.POSTURE_WORSE)).isEmpty();
        assertThat(world.outbox(vendor, BuiltInRule.DOMAIN_MOVED)).hasSize(1);
    }

    @Test
    void whoMovesADomainBackIsNewsInTheSameAlert() {
        move("One Ltd", -300);
        move("Two Ltd", -200);
        Alert moved = world.only(vendor, BuiltInRule.DOMAIN_MOVED);
        alerts.acknowledge(moved.id(), "we have asked them", null);

        move("One Ltd", -100);

        Alert back = world.only(vendor, BuiltInRule.DOMAIN_MOVED);
        assertThat(back.id()).isEqualTo(moved.id());
        assertThat(back.handling()).isEqualTo(Handling.NEW);
        assertThat((List<?>) back.facts().get("moves")).hasSize(2);
        assertThat(back.facts()).containsEntry("before", "Two Ltd").containsEntry("now", "One Ltd");
    }

    @Test
    void aRegistrarThatWritesItsNameAnotherWayIsTheSame() {
        move("One Ltd", -300);
        move("ONE, LTD.", -200);

        assertThat(world.all(vendor, BuiltInRule.DOMAIN_MOVED)).isEmpty();
    }

    @Test
    void aMoveThatSomebodyAnswersForIsToldNobody() {
        As.operator()
                .body(Map.of(
                        "checkId",
                        DomainMoveJudge.REGISTRAR,
                        "reason",
                        "They move this quarter.",
                        "expiresAt",
                        now.plus(Duration.ofDays(1)).toString()))
                .post("/api/v1/vendors/" + vendor.slug() + "/security/suppressions")
                .then()
                .statusCode(201);

        move("One Ltd", -300);
        move("Two Ltd", -200);

        assertThat(world.all(vendor, BuiltInRule.DOMAIN_MOVED)).isEmpty();
    }

    @Test
    void eachChangeOfAPageIsToldOnce() {
        Finding first = page("2026-11-01:aaaa", 2, "Globex Hosting stores files.");
        Finding second = page("2026-11-02:bbbb", 1, "Acme Hosting stores files.");

        world.learn(vendor, at(-120), first, page("2026-01-01:cccc", 31, "Long ago."));
        world.learn(vendor, at(-60), first, second);

        List<Alert> told = world.all(vendor, BuiltInRule.PAGE_CHANGED);
        assertThat(told).hasSize(2).allMatch(alert -> alert.severity() == Severity.INFO);
        assertThat(told)
                .extracting(alert -> alert.text().it())
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "list of sub-processors",
                                "+ Globex Hosting stores files.",
                                "- Nobody stores files.",
                                "New passages: 1, gone: 1"))
                .anySatisfy(text -> assertThat(text).contains("+ Acme Hosting stores files."));
        assertThat(told)
                .extracting(alert -> alert.text().marketing())
                .allSatisfy(text -> assertThat(text).contains("Tell your data protection officer.", "ask Globex"));
        assertThat(world.outbox(vendor, BuiltInRule.PAGE_CHANGED)).hasSize(2);
    }

    @Test
    void aLongPassageIsCutAndOnlyTheFirstAreTold() {
        world.learn(
                vendor,
                now,
                event(
                        "terms-changed",
                        "page:https://www.example.org/terms:2026-11-01:dddd",
                        1,
                        Map.of("added", List.of("x".repeat(400), "b", "c", "d", "e"), "addedCount", 5)));

        List<?> added =
                (List<?>) world.only(vendor, BuiltInRule.PAGE_CHANGED).facts().get("added");
        assertThat(added).hasSize(4);
        assertThat(added.getFirst().toString()).hasSizeLessThan(220).contains("…");
    }

    @ParameterizedTest
    @CsvSource({"BREACH, 29, 31", "DOMAIN_MOVED, 29, 31", "PAGE_CHANGED, 6, 8"})
    void anAlertIsOverSomeTimeAfterSomebodyHasReadIt(BuiltInRule rule, int early, int late) {
        happen();
        Alert alert = world.only(vendor, rule);
        handledDaysAgo(alert, late);
        Alert unread = world.only(vendor, rule);
        alerts.acknowledge(alert.id(), "seen to", null);
        handledDaysAgo(alert, early);
        Alert read = world.only(vendor, rule);
        handledDaysAgo(alert, late - early);

        assertThat(unread.condition()).isEqualTo(Condition.FIRING);
        assertThat(read.condition()).isEqualTo(Condition.FIRING);
        Alert over = world.only(vendor, rule);
        assertThat(over.condition()).isEqualTo(Condition.RESOLVED);
        assertThat(over.text().it()).contains("is closed");
        assertThat(world.outbox(vendor, rule)).extracting(AlertTransition::kind).containsExactly("FIRING", "RESOLVED");
    }

    @Test
    void neitherMaintenanceNorAnOutageHidesThemAndASilenceForThemDoes() {
        As.operator()
                .body(Map.of(
                        "vendor",
                        vendor.slug(),
                        "startsAt",
                        at(-3600).toString(),
                        "endsAt",
                        at(3600).toString(),
                        "reason",
                        "New database"))
                .post("/api/v1/maintenance-windows")
                .then()
                .statusCode(201);
        world.observe(observation(world.probe(vendor, "http"), at(-10), Outcome.DOWN));
        happen();
        assertThat(ours()).hasSize(3).allMatch(alert -> alert.suppressedBy().isEmpty());

        String silence = As.operator()
                .body(Map.of(
                        "matchers",
                        List.of("vendor=\"" + vendor.slug() + "\"", "domain=\"security\""),
                        "endsAt",
                        at(3600).toString(),
                        "comment",
                        "They told us."))
                .post("/api/v1/silences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(ours()).allSatisfy(alert -> assertThat(alert.suppressedBy()).containsExactly("silence:" + silence));
    }

    private List<Alert> ours() {
        return List.of(
                world.only(vendor, BuiltInRule.BREACH),
                world.only(vendor, BuiltInRule.DOMAIN_MOVED),
                world.only(vendor, BuiltInRule.PAGE_CHANGED));
    }

    private void happen() {
        world.learn(vendor, at(-300), breach("GlobexMail", 400, 2, "Names"), page("2026-11-01:aaaa", 2, "New."));
        move("One Ltd", -300);
        move("Two Ltd", -200);
    }

    private void handledDaysAgo(Alert alert, int days) {
        world.sql(
                "UPDATE alert_episode SET handled_at = handled_at - make_interval(days => ?) WHERE id = ?",
                days,
                alert.id());
        upkeep.run();
    }

    private void move(String registrar, int seconds) {
        world.learn(vendor, at(seconds), state(DomainMoveJudge.REGISTRAR, "registrar", registrar, seconds));
    }

    private Finding state(String signal, String check, String value, int seconds) {
        return Finding.state(
                Dimension.SECURITY,
                signal,
                "domain:" + DOMAIN + ":" + check,
                value,
                at(seconds),
                "https://rdap.example.org/domain/" + DOMAIN,
                Map.of("domain", DOMAIN));
    }

    private Finding breach(String name, int happenedDaysAgo, int addedDaysAgo, String... data) {
        return event(
                "breach",
                "breach:" + name,
                happenedDaysAgo,
                Map.of(
                        "title",
                        "Globex, " + name,
                        "addedDate",
                        daysAgo(addedDaysAgo).toString(),
                        "dataClasses",
                        List.of(data),
                        "pwnCount",
                        120_000));
    }

    private Finding page(String change, int daysAgo, String passage) {
        return event(
                "sub-processors-changed",
                "page:https://www.example.org/subprocessors:" + change,
                daysAgo,
                Map.of(
                        "title",
                        "list of sub-processors",
                        "meaning",
                        "The list of companies that handle your data has changed.",
                        "advice",
                        "Tell your data protection officer.",
                        "added",
                        List.of(passage),
                        "removed",
                        List.of("Nobody stores files."),
                        "addedCount",
                        1,
                        "removedCount",
                        1));
    }

    private Finding event(String signal, String key, int daysAgo, Map<String, Object> detail) {
        return Finding.event(Dimension.SECURITY, signal, key, daysAgo(daysAgo), "https://www.example.org/news", detail);
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private Instant at(int seconds) {
        return now.plusSeconds(seconds);
    }
}
