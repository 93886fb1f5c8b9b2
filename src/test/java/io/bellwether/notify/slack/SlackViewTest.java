package io.bellwether.notify.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.Alert;
import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import io.bellwether.notify.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlackViewTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

    private final Message one = Messages.of(Happening.FIRING, Severity.WARNING);

    @Test
    void anAlertThatNobodyTakesCareOfHasButtonsWhereSomebodyListens() {
        assertThat(view(one, true))
                .contains("acknowledge", "Snooze 1 h", episode(one).toString());
        assertThat(view(one, false)).doesNotContain("action_id");
    }

    @Test
    void anAlertIsShownAsItIsNow() {
        Alert worse = alert(one, Condition.FIRING, Handling.NEW, null, Severity.CRITICAL);

        assertThat(view(one, true, worse)).contains("CRITICAL", "as it is now for IT", "as it is now for the business");
    }

    @Test
    void anAlertThatIsOverSaysSoAndHasNoButtons() {
        Alert over = alert(one, Condition.RESOLVED, Handling.NEW, null, Severity.WARNING);

        assertThat(view(one, true, over)).contains("✅ Resolved: Acme: down").doesNotContain("action_id");
    }

    @Test
    void whoTakesCareIsShownAndCannotSmuggleAnythingIn() {
        Alert handled = alert(one, Condition.FIRING, Handling.ACKNOWLEDGED, null, Severity.WARNING, "<!channel> & Co");

        assertThat(view(one, true, handled))
                .contains("Acknowledged by &lt;!channel&gt; &amp; Co")
                .doesNotContain("<!channel>", "action_id");
    }

    @Test
    void aSnoozeSaysUntilWhen() {
        Alert snoozed = alert(one, Condition.FIRING, Handling.SNOOZED, BEGIN, Severity.WARNING);

        assertThat(view(one, true, snoozed))
                .contains("Snoozed by ida@example.com until <!date^" + BEGIN.getEpochSecond());
    }

    @Test
    void oneButtonServesAllAlertsThatAreStillOpen() {
        Message two = Messages.of(2, "Acme: down", new Voices("it", "marketing"));
        Alert handled = alert(two, Condition.FIRING, Handling.ACKNOWLEDGED, null, Severity.WARNING);

        assertThat(view(two, true)).contains("Acknowledge all");
        assertThat(view(two, true, handled))
                .contains("Acme: down 0: 👀 Acknowledged")
                .contains("value=" + two.tellings().getLast().episode())
                .doesNotContain("Acknowledge all");
    }

    @Test
    void aButtonHoldsNoMoreAlertsThanSlackTakes() {
        Message many = Messages.of(200, "Acme: down", new Voices("it", "marketing"));

        assertThat(view(many, true))
                .containsPattern("value=[0-9a-f,-]{1,2000}[,}]")
                .doesNotContainPattern("value=[0-9a-f,-]{2001}");
    }

    private static String view(Message message, boolean buttons, Alert... states) {
        Map<UUID, Alert> byId = new java.util.HashMap<>();
        for (Alert state : states) {
            byId.put(state.id(), state);
        }
        return SlackView.of(message, byId, buttons).toString();
    }

    private static UUID episode(Message message) {
        return message.lead().episode();
    }

    private static Alert alert(
            Message message, Condition condition, Handling handling, @Nullable Instant until, Severity severity) {
        return alert(message, condition, handling, until, severity, "ida@example.com");
    }

    private static Alert alert(
            Message message,
            Condition condition,
            Handling handling,
            @Nullable Instant until,
            Severity severity,
            String who) {
        return new Alert(
                episode(message),
                1,
                "0123456789abcdef",
                "vendor-down",
                "acme",
                Map.of(),
                Dimension.UPTIME,
                severity,
                condition,
                handling,
                until,
                handling == Handling.NEW ? null : who,
                null,
                List.of(),
                BEGIN,
                BEGIN,
                null,
                Map.of(),
                new Voices("as it is now for IT", "as it is now for the business"),
                List.of(),
                1);
    }
}
