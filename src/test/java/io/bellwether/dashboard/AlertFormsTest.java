package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.core.Tier;
import io.bellwether.core.alert.Handling;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertFormsTest {

    private static final String NOTE = "On it with their support";

    private final SampleFleet sample;
    private final Alerts alerts;
    private final Clock clock;
    private Browser owner;
    private UUID alert;
    private String page;

    AlertFormsTest(SampleFleet sample, Alerts alerts, Clock clock) {
        this.sample = sample;
        this.alerts = alerts;
        this.clock = clock;
    }

    @BeforeEach
    void startWithOneAlert() {
        sample.clear();
        owner = Browser.of("OWNER");
        alert = sample.firing(sample.vendor("Troubled", Tier.STRATEGIC), "CRITICAL", "HTTP 503", "The shop is closed");
        page = "/alerts/" + alert;
    }

    @Test
    void anAcknowledgementMayRunOut() {
        send("acknowledgements", Map.of("note", NOTE, "length", "PT4H"));

        assertThat(Duration.between(clock.instant(), is().handlingUntil()))
                .isBetween(Duration.ofMinutes(235), Duration.ofHours(4));
    }

    @Test
    void withoutALengthItStaysUntilTheAlertIsOver() {
        send("acknowledgements", Map.of("note", NOTE, "length", ""));

        assertThat(is().handling()).isEqualTo(Handling.ACKNOWLEDGED);
        assertThat(is().handlingUntil()).isNull();
    }

    @Test
    void anAcknowledgementIsTakenBack() {
        send("acknowledgements", Map.of("note", NOTE));
        PageRules.check(owner.page(page));

        send("acknowledgements/end", Map.of());

        assertThat(is().handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void aSnoozeIsEnded() {
        send("snoozes", Map.of("length", "PT1H"));
        PageRules.check(owner.page(page));

        send("snoozes/end", Map.of());

        assertThat(is().handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void anAlertIsGivenToSomebodyAndToNobody() {
        send("assignments", Map.of("to", "Mia@example.com"));

        assertThat(is().assignee()).isEqualTo("mia@example.com");
        assertThat(owner.page(page).select(".verdict").text()).contains("mia@example.com");
        assertThat(owner.page("/alerts").select("main").text()).contains("for mia@example.com");

        send("assignments/end", Map.of());

        assertThat(is().assignee()).isNull();
    }

    @Test
    void onlyAnAddressCanSeeToIt() {
        Response answer = send("assignments", Map.of("to", "Mia"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("/to:");
        assertThat(is().assignee()).isNull();
    }

    @Test
    void aNoteWithoutWordsIsRefused() {
        Response answer = send("acknowledgements", Map.of("note", " "));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.asString()).contains("note: Write a few words.");
    }

    private Response send(String what, Map<String, String> fields) {
        return owner.send(page, page + "/" + what, fields);
    }

    private Alert is() {
        return alerts.require(alert);
    }
}
