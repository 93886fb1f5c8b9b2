package io.bellwether.probe;

import static io.bellwether.probe.OwnFaults.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BlameGuardTest {

    @ParameterizedTest
    @EnumSource(
            names = {
                "DNS_NO_ADDRESS",
                "DNS_FAILED",
                "CONNECTION_RESET",
                "CONNECT_TIMEOUT",
                "NETWORK_UNREACHABLE",
                "DEADLINE",
                "OVERDUE"
            })
    void aFailureOfTheNetworkIsOursWhenTheReferencesAreSilentToo(Cause cause) throws Exception {
        Attempt checked = cutOff().checked(attempt(Outcome.DOWN, cause, 900));

        assertThat(checked.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(checked.cause()).isEqualTo(Cause.EGRESS);
        assertThat(checked.reason())
                .isEqualTo("Our own network seems to be broken: none of the 2 reference targets answered; "
                        + "the vendor is not blamed.");
        assertThat(checked.detail())
                .containsEntry("a", 1)
                .containsEntry(
                        "measured", Map.of("outcome", "DOWN", "cause", cause.name(), "reason", "It " + cause + "."));
        assertThat(checked.duration()).isEqualTo(900);
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION_REFUSED", "UNEXPECTED_STATUS", "CERTIFICATE_EXPIRED", "BODY_MISMATCH", "DECLARED"})
    void whateverAnsweredIsNotOurFault(Cause cause) throws Exception {
        Attempt down = attempt(Outcome.DOWN, cause, 900);

        assertThat(cutOff().checked(down)).isSameAs(down);
    }

    @Test
    void goodIsGoodWhateverTheReferencesDo() throws Exception {
        Attempt up = attempt(Outcome.UP, Cause.OK, 900);

        assertThat(cutOff().checked(up)).isSameAs(up);
    }

    @Test
    void aVendorThatIsDownWhileAReferenceAnswersStaysDown() throws Exception {
        try (ServerSocket server = OwnFaults.listening()) {
            Egress egress = OwnFaults.egress(List.of(OwnFaults.closed(), OwnFaults.target(server)));
            Attempt down = attempt(Outcome.DOWN, Cause.CONNECT_TIMEOUT, 900);

            assertThat(new BlameGuard(egress, OwnFaults.breathing()).checked(down))
                    .isSameAs(down);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"DEGRADED, SLOW", "DOWN, DEADLINE", "DOWN, CONNECT_TIMEOUT", "UNKNOWN, DEADLINE"})
    void aNodeThatStoodStillCallsNobodySlow(Outcome outcome, Cause cause) throws Exception {
        Attempt checked = stoodStill(300).checked(attempt(outcome, cause, 1_000));

        assertThat(checked.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(checked.cause()).isEqualTo(Cause.STALLED);
        assertThat(checked.reason())
                .isEqualTo("This node itself stood still for 300 of 1000 ms; the vendor is not blamed.");
        assertThat(checked.detail()).containsEntry("stalledMs", 300L).containsKey("measured");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"DEGRADED, SLOW", "DOWN, DEADLINE"})
    void aShortStallExcusesNobody(Outcome outcome, Cause cause) throws Exception {
        Attempt slow = attempt(outcome, cause, 1_000);

        assertThat(stoodStill(100).checked(slow)).isSameAs(slow);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"UP, OK", "DEGRADED, CERTIFICATE_EXPIRING"})
    void aGoodAnswerStaysGoodAndSaysHowLongWeStoodStill(Outcome outcome, Cause cause) throws Exception {
        Attempt checked = stoodStill(300).checked(attempt(outcome, cause, 1_000));

        assertThat(checked.outcome()).isEqualTo(outcome);
        assertThat(checked.cause()).isEqualTo(cause);
        assertThat(checked.detail()).isEqualTo(Map.of("a", 1, "stalledMs", 300L));
    }

    @Test
    void aFailureThatTakesNoTimeIsNoStall() throws Exception {
        Attempt refused = attempt(Outcome.DOWN, Cause.CONNECTION_REFUSED, 1_000);

        assertThat(stoodStill(300).checked(refused)).isSameAs(refused);
    }

    private static BlameGuard cutOff() throws Exception {
        Egress egress = OwnFaults.egress(List.of(OwnFaults.closed(), OwnFaults.closed()));
        return new BlameGuard(egress, OwnFaults.breathing());
    }

    /** For so long, a minute after its start. */
    private static BlameGuard stoodStill(long millis) {
        AtomicLong nanos = new AtomicLong();
        Stalls stalls = new Stalls(true, new SimpleMeterRegistry(), nanos::get);
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        stalls.beat();
        nanos.addAndGet(Duration.ofMillis(100 + millis).toNanos());
        stalls.beat();
        return new BlameGuard(OwnFaults.egress(List.of()), stalls);
    }
}
