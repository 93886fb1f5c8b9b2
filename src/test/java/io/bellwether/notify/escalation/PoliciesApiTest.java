package io.bellwether.notify.escalation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PoliciesApiTest {

    private static final String PATH = "/api/v1/escalation-policies";

    private final EscalationWorld world;

    PoliciesApiTest(EscalationWorld world) {
        this.world = world;
    }

    @BeforeEach
    void mailReachesPeople() {
        world.removeEverything();
        world.mail();
    }

    @AfterEach
    void nothingIsLeft() {
        world.removeEverything();
    }

    @Test
    void aPolicyIsMadeReadChangedAndRemoved() {
        String place = As.operator()
                .body(policy("night", "'to': {'owner': 'IT'}, 'onlyIf': 'CRITICAL'", ""))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("position", equalTo(100))
                .body("enabled", equalTo(true))
                .body("repeats", equalTo(0))
                .body("matchers", empty())
                .body("steps.after", contains("PT15M"))
                .body("steps.to.owner", contains("IT"))
                .extract()
                .header("Location");

        As.viewer().get(place).then().statusCode(200).body("steps.onlyIf", contains("CRITICAL"));
        As.viewer().get(PATH).then().statusCode(200).body("items.name", contains("night"));
        As.operator()
                .header("If-Match", "\"7\"")
                .body(policy("day", "'to': {'owner': 'IT'}", ""))
                .put(place)
                .then()
                .statusCode(412);
        As.operator()
                .header("If-Match", "\"0\"")
                .body(policy("day", "'to': {'person': 'cto@example.com'}", ""))
                .put(place)
                .then()
                .statusCode(200)
                .body("name", equalTo("day"))
                .body("version", equalTo(1));
        As.operator().delete(place).then().statusCode(204);
        As.viewer().get(place).then().statusCode(404);
    }

    @Test
    void policiesAreListedInTheOrderInWhichTheyAreLookedAt() {
        make("b", "");
        make("a", "");
        make("first", ", 'position': 1");

        As.viewer().get(PATH).then().body("items.name", contains("first", "a", "b"));
    }

    @Test
    void twoPoliciesDoNotShareAName() {
        make("night", "");

        As.operator()
                .body(policy("night", "'to': {'owner': 'IT'}", ""))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("errors.pointer", contains("/name"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'to': {'channel': 'nowhere'}               |                                | /steps/0/to/channel
            'to': {'person': 'a@b.com', 'owner': 'IT'} |                                | /steps/0/to
            'to': {}                                   |                                | /steps/0/to
            'to': {'person': 'nobody'}                 |                                | /steps/0/to/person
            'to': {'owner': 'BUDGET'}                  |                                | /steps/0/to/owner
            'to': {'owner': 'IT'}                      | , 'repeats': 6                 | /repeats
            'to': {'owner': 'IT'}                      | , 'matchers': ['vendor']       | /matchers/0
            'to': {'owner': 'IT'}                      | , 'matchers': ['vendor=~"("'] | /matchers/0
            """, quoteCharacter = '`')
    void whatIsWrongIsNamed(String step, String rest, String pointer) {
        As.operator()
                .body(policy("night", step, rest == null ? "" : rest.replace("=~\"(\"", "=~\\\"(\\\"")))
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @CsvSource({"-PT1M", "P8D"})
    void aStepIsTakenWithinAWeek(String after) {
        As.operator()
                .body(policy("night", "'to': {'owner': 'IT'}", "").replace("PT15M", after))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/steps/0/after"));
    }

    @Test
    void stepsThatRepeatTakeAMinuteAtLeast() {
        As.operator()
                .body(policy("night", "'to': {'owner': 'IT'}", ", 'repeats': 1").replace("PT15M", "PT0S"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/repeats"));
    }

    @Test
    void peopleCannotBeToldWithoutMail() {
        world.removeEverything();

        As.operator()
                .body(policy("night", "'to': {'owner': 'IT'}", ""))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/steps/0/to"));
    }

    @Test
    void onlyOperatorsMakePolicies() {
        As.owner()
                .body(policy("night", "'to': {'owner': 'IT'}", ""))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    private static void make(String name, String rest) {
        As.operator()
                .body(policy(name, "'to': {'owner': 'IT'}", rest))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    private static String policy(String name, String step, String rest) {
        return "{'name': '%s', 'steps': [{'after': 'PT15M', %s}]%s}"
                .formatted(name, step, rest)
                .replace('\'', '"');
    }
}
