package io.bellwether.notify.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Happening;
import io.bellwether.notify.Message;
import io.bellwether.notify.Messages;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerDutyEventTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @Test
    void anAlertThatFiresTriggersAndOneThatIsOverResolvesTheSameIncident() {
        Message firing = Messages.of(Happening.FIRING, Severity.CRITICAL);
        Message over = Messages.of(Happening.RESOLVED, Severity.CRITICAL);
        String alert = firing.lead().episode().toString();

        assertThat(PagerDutyEvent.of(firing, KEY))
                .containsEntry("event_action", "trigger")
                .containsEntry("routing_key", KEY)
                .containsEntry("dedup_key", alert);
        assertThat(PagerDutyEvent.of(over, KEY))
                .containsEntry("event_action", "resolve")
                .containsEntry("dedup_key", alert);
    }

    @Test
    void severitiesHavePagerDutysNames() {
        assertThat(severity(Severity.CRITICAL)).isEqualTo("critical");
        assertThat(severity(Severity.WARNING)).isEqualTo("warning");
        assertThat(severity(Severity.INFO)).isEqualTo("info");
    }

    private static Object severity(Severity severity) {
        Map<?, ?> payload = (Map<?, ?>)
                PagerDutyEvent.of(Messages.of(Happening.FIRING, severity), KEY).get("payload");
        return payload.get("severity");
    }
}
