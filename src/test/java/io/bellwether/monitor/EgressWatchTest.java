package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.Alert;
import io.bellwether.alert.AlertQuery;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.OwnEgress;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EgressWatchTest {

    private final Presence presence;
    private final OwnEgress egress;
    private final Alerts alerts;
    private final Clock clock;
    private final NodeName node = new NodeName("node " + UUID.randomUUID(), "place " + UUID.randomUUID());
    private int unanswered;

    EgressWatchTest(Presence presence, OwnEgress egress, Alerts alerts, Clock clock) {
        this.presence = presence;
        this.egress = egress;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Test
    void aBreakIsReportedOnceAndItsEndToo() throws Exception {
        EgressWatch watch = new EgressWatch(() -> unanswered, presence, egress, clock);
        watch.look(node);
        assertThat(ours()).isEmpty();

        unanswered = 3;
        watch.look(node);
        watch.look(node);
        List<Alert> broken = ours();
        unanswered = 0;
        watch.look(node);

        assertThat(broken).extracting(Alert::condition).containsExactly(Condition.FIRING);
        assertThat(broken.getFirst().text().it()).contains("none of the 3 reference targets", node.location());
        assertThat(ours()).extracting(Alert::condition).containsExactly(Condition.RESOLVED);
    }

    @Test
    void whatANodeSaidBeforeItEndedIsMendedByTheNext() throws Exception {
        unanswered = 3;
        new EgressWatch(() -> unanswered, presence, egress, clock).look(node);
        unanswered = 0;

        new EgressWatch(() -> unanswered, presence, egress, clock).look(node);

        assertThat(ours()).extracting(Alert::condition).containsExactly(Condition.RESOLVED);
    }

    @Test
    void whileOthersLookFromElsewhereItIsLessSevere() throws Exception {
        NodeName other = new NodeName("other " + UUID.randomUUID(), "elsewhere");
        presence.announce(other);
        EgressWatch watch = new EgressWatch(() -> unanswered, presence, egress, clock);
        unanswered = 2;

        watch.look(node);

        assertThat(ours()).extracting(Alert::severity).containsExactly(Severity.WARNING);
        presence.leave(other);
        unanswered = 0;
        watch.look(node);
    }

    private List<Alert> ours() {
        return alerts.list(new AlertQuery(AlertQuery.ANY, null, null, null, null, null, 200, null)).items().stream()
                .filter(alert -> node.location().equals(alert.labels().get("subject")))
                .toList();
    }
}
