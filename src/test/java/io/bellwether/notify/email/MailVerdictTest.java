package io.bellwether.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.notify.Delivery;
import io.bellwether.notify.DeliveryOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailVerdictTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT     | 421 4.7.0 too many connections       | THROTTLED   | false",
                "CONNECT     | 554 5.7.1 you are on a list          | REJECTED    | true",
                "CONNECT     | 454 4.7.0 TLS not available just now | RETRY_LATER | false",
                "CONNECT     | 535 5.7.8 wrong password             | REJECTED    | true",
                "CONNECT     | 530 sign in first                    | REJECTED    | true",
                "SENDER      | 550 5.1.8 sender unknown             | REJECTED    | true",
                "SENDER      | 553 no such sender                   | REJECTED    | true",
                "SENDER      | 451 4.3.0 try later                  | THROTTLED   | false",
                "RECIPIENT   | 450 4.7.1 greylisted                 | THROTTLED   | false",
                "RECIPIENT   | 452 4.5.3 too many recipients        | THROTTLED   | false",
                "RECIPIENT   | 452 4.2.2 mailbox full               | RETRY_LATER | false",
                "RECIPIENT   | 450 4.2.1 mailbox disabled for now   | RETRY_LATER | false",
                "RECIPIENT   | 450 mailbox busy                     | RETRY_LATER | false",
                "RECIPIENT   | 450 4.1.2 no such domain just now    | RETRY_LATER | false",
                "SENDER      | 450 4.1.8 sender not found just now  | THROTTLED   | false",
                "HANDED_OVER | 452 4.2.2 mailbox full               | RETRY_LATER | false",
                "RECIPIENT   | 550 5.1.1 no such user               | REJECTED    | false",
                "RECIPIENT   | 550 no such user                     | REJECTED    | false",
                "RECIPIENT   | 554 5.7.1 relay access denied        | REJECTED    | true",
                "RECIPIENT   | 550 5.2.1 mailbox disabled           | REJECTED    | false",
                "CONTENT     | 451 4.3.2 shutting down              | THROTTLED   | false",
                "HANDED_OVER | 421 4.3.2 shutting down              | THROTTLED   | false",
                "HANDED_OVER | 432 4.7.12 a change is due           | RETRY_LATER | false",
                "HANDED_OVER | 552 5.3.4 too large                  | REJECTED    | false",
                "HANDED_OVER | 554 5.6.1 not this form              | REJECTED    | false",
                "HANDED_OVER | 550 5.7.26 not authenticated         | REJECTED    | true",
                "HANDED_OVER | 554 looks like spam                  | REJECTED    | false",
            })
    void everyReplyHasItsMeaning(Step step, String reply, DeliveryOutcome outcome, boolean channelBroken) {
        Delivery delivery = MailVerdict.of(refused(step, reply), false);

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(outcome);
        assertThat(delivery.why()).isEqualTo("SMTP " + reply);
        if (delivery instanceof Delivery.Rejected rejected) {
            assertThat(rejected.channelBroken()).isEqualTo(channelBroken);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, RETRY_LATER",
        "SENDER, RETRY_LATER",
        "RECIPIENT, RETRY_LATER",
        "CONTENT, RETRY_LATER",
        "HANDED_OVER, AMBIGUOUS",
    })
    void aLostConnectionIsInDoubtOnlyOnceTheMailIsHandedOver(Step step, DeliveryOutcome outcome) {
        assertThat(DeliveryOutcome.of(MailVerdict.of(new Transaction.Lost(step, "reset"), false)))
                .isEqualTo(outcome);
    }

    @Test
    void aTakenMailIsToldWithTheServersQueueId() {
        Delivery delivery = MailVerdict.of(new Transaction.Taken("250 2.0.0 Ok: queued as 4Rf7"), false);

        assertThat(delivery).isEqualTo(new Delivery.Delivered("SMTP 250 2.0.0 Ok: queued as 4Rf7"));
    }

    @Test
    void aChannelThatLeadsToNobodyElseIsBrokenWithoutItsRecipient() {
        Delivery delivery = MailVerdict.of(refused(Step.RECIPIENT, "550 5.1.1 no such user"), true);

        assertThat(delivery).isEqualTo(new Delivery.Rejected("SMTP 550 5.1.1 no such user", true));
    }

    @Test
    void aServerThatWillNotEncryptBreaksTheChannel() {
        assertThat(MailVerdict.of(new Transaction.Unfit("no STARTTLS"), false))
                .isEqualTo(new Delivery.Rejected("no STARTTLS", true));
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550 5.1.1 no such user, true",
        "RECIPIENT, 551 not here, true",
        "RECIPIENT, 550 5.7.1 denied, false",
        "RECIPIENT, 450 4.2.1 busy, false",
        "SENDER, 553 no such sender, false",
        "SENDER, 550 5.1.8 no such sender, false",
        "HANDED_OVER, 550 5.1.1 no such user, true",
    })
    void onlyAMissingMailboxCountsAgainstTheRecipient(Step step, String reply, boolean gone) {
        assertThat(refused(step, reply).recipientGone()).isEqualTo(gone);
    }

    private static Transaction.Refused refused(Step step, String reply) {
        return new Transaction.Refused(step, Integer.parseInt(reply.substring(0, 3)), reply);
    }
}
