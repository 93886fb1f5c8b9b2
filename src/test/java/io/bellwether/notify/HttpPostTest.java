package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;
import org.junit.jupiter.api.Test;

class HttpPostTest {

    private static final Phases CONNECTING = new Phases(1.0, 15000.0, null, null, null);
    private static final Phases AWAITING = new Phases(1.0, 1.0, 2.0, 15000.0, null);

    @Test
    void whatBrokeBeforeAnythingWasSentIsSafeToRetry() {
        assertThat(judge(Cause.DNS_FAILED, Phases.NONE)).isEqualTo(DeliveryOutcome.RETRY_LATER);
        assertThat(judge(Cause.CONNECTION_REFUSED, CONNECTING)).isEqualTo(DeliveryOutcome.RETRY_LATER);
        assertThat(judge(Cause.DEADLINE, CONNECTING)).isEqualTo(DeliveryOutcome.RETRY_LATER);
    }

    @Test
    void whatBrokeAfterSendingIsInDoubt() {
        assertThat(judge(Cause.DEADLINE, AWAITING)).isEqualTo(DeliveryOutcome.AMBIGUOUS);
        assertThat(judge(Cause.CONNECTION_RESET, AWAITING)).isEqualTo(DeliveryOutcome.AMBIGUOUS);
    }

    @Test
    void aForbiddenTargetBreaksTheChannel() {
        Delivery delivery = HttpPost.judge(
                new WireFailure(Outcome.UNKNOWN, Cause.EGRESS_REFUSED, "private", Phases.NONE), "private");

        assertThat(delivery).isEqualTo(new Delivery.Rejected("private", true));
    }

    private static DeliveryOutcome judge(Cause cause, Phases phases) {
        return DeliveryOutcome.of(HttpPost.judge(new WireFailure(Outcome.DOWN, cause, "why", phases), "why"));
    }
}
