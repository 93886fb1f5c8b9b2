package io.bellwether.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.notify.Delivery;
import io.bellwether.notify.DeliveryOutcome;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailFailureTest {

    private final MailFailure failures = new MailFailure("mail.example:25");

    @ParameterizedTest
    @CsvSource({
        "421, THROTTLED, false",
        "450, RETRY_LATER, false",
        "452, RETRY_LATER, false",
        "535, REJECTED, true",
        "550, REJECTED, false",
        "554, REJECTED, false",
    })
    void theReplyCodeDecides(int code, DeliveryOutcome outcome, boolean channelBroken) {
        Delivery delivery = failures.judge(new CompletionException(refusal(code)), true);

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(outcome);
        if (delivery instanceof Delivery.Rejected rejected) {
            assertThat(rejected.channelBroken()).isEqualTo(channelBroken);
        }
    }

    @Test
    void withoutAServerTheReasonSaysWhatToSet() {
        Delivery delivery = failures.judge(new CompletionException(new ConnectException("refused")), false);

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(DeliveryOutcome.RETRY_LATER);
        assertThat(delivery.why()).contains("mail.example:25", "QUARKUS_MAILER_HOST");
    }

    @Test
    void aBrokenConnectionToALivingServerLeavesDoubt() {
        Delivery delivery = failures.judge(new CompletionException(new IOException("connection closed")), true);

        assertThat(delivery).isInstanceOf(Delivery.Ambiguous.class);
    }

    @Test
    void aServerThatTakesNoConnectionHasTakenNoMail() {
        Delivery delivery = failures.judge(new CompletionException(new IOException("timed out")), false);

        assertThat(DeliveryOutcome.of(delivery)).isEqualTo(DeliveryOutcome.RETRY_LATER);
    }

    private static SMTPException refusal(int code) {
        return new SMTPException("refused", code, List.of(code + " no thanks"), code >= 500);
    }
}
