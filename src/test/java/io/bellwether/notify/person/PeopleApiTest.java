package io.bellwether.notify.person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PeopleApiTest {

    private final String email = "Ida-" + UUID.randomUUID() + "@example.org";

    @Test
    void somebodyIsKnownByAnAddressInWhateverCapitals() {
        put(email, "Europe/Berlin").statusCode(200).body("email", equalTo(email.toLowerCase(Locale.ROOT)));

        As.owner()
                .get("/api/v1/people/" + email.toUpperCase(Locale.ROOT))
                .then()
                .statusCode(200);
        put("nobody", "Europe/Berlin").statusCode(400).body("errors.pointer", contains("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/North", "+02:00", ""})
    void aZoneThatIsNoneIsNamed(String zone) {
        put(email, zone).statusCode(400).body("errors.pointer", contains("/quietHours/timeZone"));
    }

    private static ValidatableResponse put(String email, String zone) {
        Map<String, Object> night = Map.of("days", List.of("MONDAY"), "from", "22:00", "to", "06:00");
        return As.owner()
                .body(Map.of("quietHours", Map.of("timeZone", zone, "windows", List.of(night))))
                .put("/api/v1/people/" + email)
                .then();
    }
}
