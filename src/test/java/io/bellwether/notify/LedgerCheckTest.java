package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.notify.LedgerReport.Remark;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LedgerCheckTest {

    private static final UUID ALERT = new UUID(1, 1);
    private static final Posting.Key BEGIN = new Posting.Key(ALERT, 1);
    private static final Posting.Key END = new Posting.Key(ALERT, 2);
    private static final long SLACK = 7;
    private static final long MAIL = 8;

    @Test
    void whatWasDeliveredToAllWhoWereToHearOfItIsBalanced() {
        LedgerReport report = LedgerCheck.of(
                List.of(routed(BEGIN, SLACK, MAIL), routed(END, SLACK, MAIL)),
                List.of(
                        delivered(1, BEGIN, SLACK),
                        delivered(2, BEGIN, MAIL),
                        ended(3, END, SLACK, IntentState.COALESCED, "told with later news"),
                        ended(4, END, MAIL, IntentState.SUPPRESSED, "no owner")));

        assertThat(report.balanced()).isTrue();
        assertThat(report.transitions()).isEqualTo(2);
        assertThat(report.intents())
                .isEqualTo(Map.of(IntentState.DELIVERED, 2L, IntentState.COALESCED, 1L, IntentState.SUPPRESSED, 1L));
        assertThat(report.waiting()).isEmpty();
    }

    @Test
    void aReceiverWithoutAnIntentIsUnexplained() {
        LedgerReport report = LedgerCheck.of(List.of(routed(BEGIN, SLACK, MAIL)), List.of(delivered(1, BEGIN, SLACK)));

        assertThat(report.balanced()).isFalse();
        assertThat(report.unexplained())
                .containsExactly(new Remark(ALERT, 1, null, "Mailbox 8 has 0 intents where the routes asked for 1."));
    }

    @Test
    void anIntentThatNoRouteAskedForIsUnexplained() {
        LedgerReport report = LedgerCheck.of(
                List.of(routed(BEGIN, SLACK)), List.of(delivered(1, BEGIN, SLACK), delivered(2, BEGIN, MAIL)));

        assertThat(texts(report.unexplained()))
                .containsExactly("Mailbox 8 has 1 intents where the routes asked for 0.");
    }

    @Test
    void whatAnEscalationOrADigestAskedForNeedsNoRoute() {
        Posting.Key digest = new Posting.Key(new UUID(2, 2), 1);

        LedgerReport report = LedgerCheck.of(
                List.of(routed(BEGIN, SLACK)),
                List.of(
                        delivered(1, BEGIN, SLACK),
                        besideRoutes(delivered(2, BEGIN, MAIL)),
                        besideRoutes(delivered(3, digest, MAIL))));

        assertThat(report.unexplained()).isEmpty();
    }

    @Test
    void aSecondIntentOfTheSameReceiverIsUnexplained() {
        LedgerReport report = LedgerCheck.of(
                List.of(routed(BEGIN, SLACK)), List.of(delivered(1, BEGIN, SLACK), delivered(2, BEGIN, SLACK)));

        assertThat(texts(report.unexplained()))
                .containsExactly("Mailbox 7 has 2 intents where the routes asked for 1.");
    }

    @Test
    void aTransitionThatNobodyWasToHearOfIsBalanced() {
        assertThat(LedgerCheck.of(List.of(routed(BEGIN)), List.of()).balanced()).isTrue();
    }

    @Test
    void aTransitionThatNobodyHasReadYetWaits() {
        LedgerReport report = LedgerCheck.of(List.of(new Posting(BEGIN, false, null)), List.of());

        assertThat(report.balanced()).isTrue();
        assertThat(report.undispatched()).isEqualTo(1);
        assertThat(texts(report.waiting())).containsExactly("It is not decided yet who is told.");
    }

    @Test
    void aTransitionThatCouldNotBeReadIsUnexplained() {
        LedgerReport report = LedgerCheck.of(List.of(new Posting(new Posting.Key(null, 0), true, null)), List.of());

        assertThat(texts(report.unexplained()))
                .containsExactly("The outbox's entry could not be read, so nobody was told.");
    }

    @Test
    void anIntentOfNoTransitionIsUnexplained() {
        LedgerReport report = LedgerCheck.of(List.of(), List.of(delivered(1, BEGIN, SLACK)));

        assertThat(texts(report.unexplained())).containsExactly("There is no such transition.");
    }

    @Test
    void whatIsSaidToBeDeliveredMustHaveBeenTaken() {
        Entry claimed = entry(1, BEGIN, SLACK, IntentState.DELIVERED, "ok", true, 0, true);

        LedgerReport report = LedgerCheck.of(List.of(routed(BEGIN, SLACK)), List.of(claimed));

        assertThat(texts(report.unexplained())).containsExactly("Delivered, but no attempt was.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"COALESCED", "SUPPRESSED", "DEAD"})
    void everyOtherEndHasAReason(IntentState state) {
        LedgerReport report =
                LedgerCheck.of(List.of(routed(BEGIN, SLACK)), List.of(ended(1, BEGIN, SLACK, state, " ")));

        assertThat(texts(report.unexplained())).containsExactly("It ended without a reason.");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"WAITING", "SENDING"})
    void whatWaitsIsListedWithWhatItWaitsFor(IntentState state) {
        Entry waiting = entry(1, BEGIN, SLACK, state, "Held: quiet hours", false, 0, true);

        LedgerReport report = LedgerCheck.of(List.of(routed(BEGIN, SLACK)), List.of(waiting));

        assertThat(report.balanced()).isTrue();
        assertThat(report.waiting()).containsExactly(new Remark(ALERT, 1, id(1), "Held: quiet hours"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"WAITING", "SENDING"})
    void whatNobodyIsGoingToLookAtIsUnexplained(IntentState state) {
        Entry forgotten = entry(1, BEGIN, SLACK, state, "due", false, 0, false);

        LedgerReport report = LedgerCheck.of(List.of(routed(BEGIN, SLACK)), List.of(forgotten));

        assertThat(texts(report.unexplained())).containsExactly("It waits, and nobody is going to look at it.");
    }

    @Test
    void whatAFallbackTellsIsNoSecondIntentOfARoute() {
        Entry dead = ended(1, BEGIN, SLACK, IntentState.DEAD, "404. The channel 'mail' tells it instead.");

        LedgerReport report = LedgerCheck.of(
                List.of(routed(BEGIN, SLACK)), List.of(dead, insteadOf(id(1), delivered(2, BEGIN, MAIL))));

        assertThat(report.balanced()).isTrue();
        assertThat(report.instead()).isEqualTo(1);
    }

    @Test
    void whatStandsInForNothingIsUnexplained() {
        LedgerReport report = LedgerCheck.of(
                List.of(routed(BEGIN, SLACK)),
                List.of(delivered(1, BEGIN, SLACK), insteadOf(id(9), delivered(2, BEGIN, MAIL))));

        assertThat(texts(report.unexplained())).containsExactly("It stands in for an intent that there is not.");
    }

    private static Posting routed(Posting.Key key, Long... mailboxes) {
        return new Posting(key, true, Set.of(mailboxes));
    }

    private static Entry delivered(int id, Posting.Key key, long mailbox) {
        return entry(id, key, mailbox, IntentState.DELIVERED, "ok", true, 1, false);
    }

    private static Entry ended(int id, Posting.Key key, long mailbox, IntentState state, String reason) {
        return entry(id, key, mailbox, state, reason, true, 0, false);
    }

    private static Entry entry(
            int id,
            Posting.Key key,
            long mailbox,
            IntentState state,
            String reason,
            boolean finished,
            int takings,
            boolean awaited) {
        return new Entry(id(id), key, mailbox, state, reason, finished, takings, awaited, false, null, false);
    }

    private static Entry besideRoutes(Entry entry) {
        return new Entry(
                entry.id(),
                entry.key(),
                entry.mailbox(),
                entry.state(),
                entry.reason(),
                entry.finished(),
                entry.takings(),
                entry.awaited(),
                true,
                null,
                false);
    }

    private static Entry insteadOf(UUID broken, Entry entry) {
        return new Entry(
                entry.id(),
                entry.key(),
                entry.mailbox(),
                entry.state(),
                entry.reason(),
                entry.finished(),
                entry.takings(),
                entry.awaited(),
                false,
                broken,
                false);
    }

    private static UUID id(int number) {
        return new UUID(2, number);
    }

    private static List<String> texts(List<Remark> remarks) {
        return remarks.stream().map(Remark::text).toList();
    }
}
