package io.bellwether.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignerTest {

    private final Signer signer = TestVault.signer(TestVault.key(1));

    @Test
    void whatWasSignedIsKnownAgain() {
        String signature = signer.sign("purpose", "text");

        assertThat(signature).matches("[0-9a-f]{16}");
        assertThat(signer.signed("purpose", "text", signature)).isTrue();
    }

    @Test
    void nothingElseIs() {
        String signature = signer.sign("purpose", "text");

        assertThat(signer.signed("purpose", "other", signature)).isFalse();
        assertThat(signer.signed("other", "text", signature)).isFalse();
        assertThat(signer.signed("purpose", "text", "")).isFalse();
        assertThat(TestVault.signer(TestVault.key(2)).signed("purpose", "text", signature))
                .isFalse();
    }

    @Test
    void whatAnEarlierKeySignedStillHolds() {
        String signature = signer.sign("purpose", "text");

        assertThat(TestVault.signer(TestVault.key(2), TestVault.key(1)).signed("purpose", "text", signature))
                .isTrue();
    }
}
