package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import io.bellwether.notify.Notifications;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessagePagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    private final SampleFleet sample;
    private final SampleMessages messages;
    private final Notifications notifications;
    private Browser operator;
    private UUID alert;

    MessagePagesTest(SampleFleet sample, SampleMessages messages, Notifications notifications) {
        this.sample = sample;
        this.messages = messages;
        this.notifications = notifications;
    }

    @BeforeEach
    void startWithOneAlert() {
        sample.clear();
        operator = Browser.of("OPERATOR");
        alert = sample.firing(sample.vendor("Troubled", Tier.STRATEGIC), "CRITICAL", "HTTP 503", "The shop is closed");
    }

    @AfterEach
    void leaveTheLedgerBalanced() {
        messages.clear();
    }

    @Test
    void theLedgerSaysWhatBecameOfEachMessageAndWhy() {
        UUID held = messages.message(alert, "SUPPRESSED", "Troubled is down", "Held back by a silence.");

        Document page = operator.page("/messages?alert=" + alert);

        PageRules.check(page);
        assertThat(page.select("#message-" + held).text())
                .contains("Suppressed", "Troubled is down", "Held back by a silence.", "400 Troubled is down", "12 ms");
        assertThat(page.select("#message-" + held + " a[href=/alerts/" + alert + "]"))
                .hasSize(1);
        assertThat(page.select("#message-" + held + " form")).isEmpty();
        assertThat(operator.page("/alerts/" + alert).select("a[href=/messages?alert=" + alert + "]"))
                .hasSize(1);
    }

    @Test
    void onlyTheWantedStateIsListed() {
        UUID dead = messages.message(alert, "DEAD", "Troubled is down", "Given up.");

        assertThat(operator.page("/messages?state=DEAD").select("#message-" + dead))
                .hasSize(1);
        assertThat(operator.page("/messages?state=DELIVERED").select("#message-" + dead))
                .isEmpty();
        assertThat(operator.get("/messages?state=LOST").statusCode()).isEqualTo(400);
        assertThat(operator.get("/messages?alert=none").statusCode()).isEqualTo(400);
    }

    @Test
    void whatTheLedgerCannotExplainStandsOnTop() {
        messages.message(alert, "DEAD", "Troubled is down", "Given up.");

        assertThat(operator.page("/messages").select(".notice.bad").text())
                .contains("not balanced", "There is no such transition.");
    }

    @Test
    void whatWasGivenUpIsSentAgain() {
        UUID dead = messages.message(alert, "DEAD", "Troubled is down", "Given up.");

        Response answer = operator.send("/messages?state=DEAD", "/messages/" + dead + "/replays", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/messages?state=DEAD");
        assertThat(notifications.require(dead).reason()).isNotEqualTo("Given up.");
    }

    @Test
    void allThatWasGivenUpIsSentAgainAtOnce() {
        UUID dead = messages.message(alert, "DEAD", "Troubled is down", "Given up.");

        Response answer = operator.send("/messages?state=DEAD", "/messages/replays", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asString()).contains("sent again");
        assertThat(notifications.require(dead).reason()).isNotEqualTo("Given up.");
    }

    @Test
    void whoMayNotSendAgainIsNotOfferedIt() {
        UUID dead = messages.message(alert, "DEAD", "Troubled is down", "Given up.");
        Browser owner = Browser.of("OWNER");

        assertThat(owner.page("/messages?state=DEAD").select("main form[method=post]"))
                .isEmpty();
        assertThat(owner.request()
                        .formParam("formKey", owner.formKey())
                        .post("/messages/" + dead + "/replays")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatProvidersAnswerStaysText() {
        messages.message(alert, "DEAD", HOSTILE, HOSTILE);

        Document page = operator.page("/messages?alert=" + alert);

        assertThat(page.text()).contains(HOSTILE);
        assertThat(page.select("main script")).isEmpty();
    }
}
