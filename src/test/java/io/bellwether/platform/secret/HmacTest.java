package io.bellwether.platform.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

    /** RFC 4231, test case 2. */
    private static final String KNOWN = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void isThatOfTheStandardInWhateverParts() {
        byte[] key = "Jefe".getBytes(US_ASCII);

        assertThat(HexFormat.of().formatHex(Hmac.sha256(key, "what do ya want for nothing?")))
                .isEqualTo(KNOWN);
        assertThat(Hmac.sha256(key, "what do ya want ".getBytes(US_ASCII), "for nothing?".getBytes(US_ASCII)))
                .isEqualTo(HexFormat.of().parseHex(KNOWN));
    }

    @Test
    void twoSignaturesAreTheSameWhenEachCharacterIs() {
        assertThat(Hmac.same("v0=00ff", "v0=00ff")).isTrue();
        assertThat(Hmac.same("v0=00ff", "v0=00fe")).isFalse();
        assertThat(Hmac.same("v0=00ff", "v0=00f")).isFalse();
    }
}
