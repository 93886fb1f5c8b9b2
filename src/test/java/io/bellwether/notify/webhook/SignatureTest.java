package io.bellwether.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example in the specification of Standard Webhooks. */
    @Test
    void theExampleOfTheSpecificationHasItsSignature() {
        assertThat(Signature.headers(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void anotherBodyTimeOrKeyHasAnotherSignature() {
        String signature = signature("a secret of many letters", 1, "body");

        assertThat(signature("a secret of many letters", 1, "body")).isEqualTo(signature);
        assertThat(signature("a secret of many letters", 2, "body")).isNotEqualTo(signature);
        assertThat(signature("a secret of many letters", 1, "bodies")).isNotEqualTo(signature);
        assertThat(signature("a secret of other letters", 1, "body")).isNotEqualTo(signature);
    }

    private static String signature(String secret, long second, String body) {
        return Signature.headers(secret, "id", Instant.ofEpochSecond(second), body)
                .get("webhook-signature");
    }
}
