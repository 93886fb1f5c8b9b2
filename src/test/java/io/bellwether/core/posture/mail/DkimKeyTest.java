package io.bellwether.core.posture.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTest {

    @ParameterizedTest
    @ValueSource(ints = {512, 768, 1024, 1031, 2048})
    void tellsTheLengthOfAKey(int bits) throws GeneralSecurityException {
        RSAPublicKey key = rsa(bits);
        byte[] whole = key.getEncoded();

        assertThat(DkimKey.parse("v=DKIM1; k=rsa; p=" + base64(whole)))
                .isEqualTo(DkimKey.parse("p=" + base64(whole)))
                .satisfies(read -> assertThat(read.bits()).isEqualTo(bits))
                .satisfies(read -> assertThat(read.faults()).isEmpty());
        assertThat(DkimKey.parse("p=" + base64(bare(whole))).bits()).isEqualTo(bits);
        assertThat(DkimKey.parse("p=" + base64(whole).replaceAll("(.{50})", "$1 "))
                        .bits())
                .isEqualTo(bits);
    }

    @Test
    void whatIsCutAnywhereIsNoKey() throws GeneralSecurityException {
        byte[] whole = rsa(512).getEncoded();

        for (int length = 1; length < whole.length; length++) {
            DkimKey key = DkimKey.parse("p=" + base64(Arrays.copyOf(whole, length)));
            assertThat(key.bits()).as("of " + length + " octets").isZero();
            assertThat(key.faults()).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: {1} bits, revoked {2}, testing {3}, faults {4}")
    @CsvSource(delimiter = '|', textBlock = """
            k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=        | 256 | false | false | 0
            k=ED25519; t=s:y; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= | 256 | false | true  | 0
            k=ed25519; t=s; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=   | 256 | false | false | 0
            k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHUQ==        | 0   | false | false | 1
            k=rsa; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=            | 0   | false | false | 1
            k=dsa; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=            | 0   | false | false | 1
            v=DKIM1; p=                                                      | 0   | true  | false | 0
            v=DKIM1; k=rsa                                                   | 0   | false | false | 1
            v=DKIM2; p=                                                      | 0   | true  | false | 1
            p=; v=DKIM1                                                      | 0   | true  | false | 1
            p=!!!                                                            | 0   | false | false | 1
            p=AQ==                                                           | 0   | false | false | 1
            nonsense                                                         | 0   | false | false | 2
            """)
    void readsEveryTag(String text, int bits, boolean revoked, boolean testing, int faults) {
        DkimKey key = DkimKey.parse(text);

        assertThat(key.bits()).isEqualTo(bits);
        assertThat(key.revoked()).isEqualTo(revoked);
        assertThat(key.testing()).isEqualTo(testing);
        assertThat(key.faults()).hasSize(faults);
    }

    static RSAPublicKey rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return (RSAPublicKey) generator.generateKeyPair().getPublic();
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What the bit string of a SubjectPublicKeyInfo holds. */
    private static byte[] bare(byte[] whole) {
        int at = 0;
        while (!(whole[at] == 0x03 && whole[at + 1] != 0x2a)) {
            at++;
        }
        int octets = (whole[at + 1] & 0x80) == 0 ? 0 : whole[at + 1] & 0x7F;
        return Arrays.copyOfRange(whole, at + 2 + octets + 1, whole.length);
    }
}
