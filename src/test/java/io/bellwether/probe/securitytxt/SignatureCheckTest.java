package io.bellwether.probe.securitytxt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

    private static final Instant MADE = Instant.parse("2026-06-01T00:00:00Z");
    private static final SigningKey KEY = SigningKey.make(1);
    private static final SigningKey OTHER = SigningKey.make(2);
    private static final String TEXT =
            "Contact: mailto:security@vendor.example\n- dash \nExpires: 2027-05-01T00:00:00Z";

    @Test
    void aGoodSignatureIsGoodWhateverTheLineEnds() {
        String signed = KEY.sign(TEXT, MADE);

        assertThat(check(signed, KEY).good()).isTrue();
        assertThat(check(signed.replace("\n", "\r\n"), KEY).good()).isTrue();
        assertThat(check(signed, OTHER, KEY).good()).isTrue();
        assertThat(check(signed, KEY).keyId()).isEqualTo(KEY.id());
        assertThat(check(signed, KEY).madeAt()).isEqualTo(MADE);
    }

    @Test
    void aChangedTextIsSeen() {
        Signature signature = check(KEY.sign(TEXT, MADE).replace("security@", "attacker@"), KEY);

        assertThat(signature.good()).isFalse();
        assertThat(signature.says()).contains(KEY.id()).endsWith("does not fit the text.");
    }

    @Test
    void aKeyThatIsNotThereIsNoFault() {
        String signed = KEY.sign(TEXT, MADE);

        assertThat(check(signed).good()).isNull();
        assertThat(check(signed, OTHER).good()).isNull();
        assertThat(check(signed, OTHER).says()).contains(KEY.id());
        assertThat(SignatureCheck.check(cleartext(signed), List.of("<html>".getBytes(StandardCharsets.UTF_8)))
                        .good())
                .isNull();
    }

    @Test
    void aSubkeyIsAsGoodAsItsPrimaryKey() {
        Cleartext signed = cleartext(KEY.sign(TEXT, MADE));

        assertThat(SignatureCheck.check(signed, List.of(OTHER.publishedWith(KEY)))
                        .good())
                .isTrue();

        Signature revoked = SignatureCheck.check(signed, List.of(OTHER.publishedAsRevokedWith(KEY)));
        assertThat(revoked.good()).isNull();
        assertThat(revoked.says()).isEqualTo("the key " + KEY.id() + " is revoked.");
    }

    @Test
    void aHashThatProvesNothingIsNotBelieved() {
        Signature signature = check(KEY.sign(TEXT, MADE, HashAlgorithmTags.SHA1), KEY);

        assertThat(signature.good()).isNull();
        assertThat(signature.says()).contains("hash");
    }

    @Test
    void onlySpacesAndTabsAtTheEndOfALineAreNotSigned() {
        String signed = KEY.sign(TEXT + "\n# spaced\u2003", MADE);

        assertThat(check(signed, KEY).good()).isTrue();
        assertThat(check(signed.replace("# spaced\u2003", "# spaced\u2003 \t"), KEY)
                        .good())
                .isTrue();
        assertThat(check(signed.replace("# spaced\u2003", "# spaced"), KEY).good())
                .isFalse();
    }

    @Test
    void aByteOrderMarkIsNotSigned() {
        assertThat(check("\uFEFF" + KEY.sign(TEXT, MADE), KEY).good()).isTrue();
    }

    @Test
    void whatCannotBeReadIsNotChecked() {
        String signed = KEY.sign(TEXT, MADE);
        int middle = signed.indexOf("-----BEGIN PGP SIGNATURE-----") + 60;

        assertThat(check(signed.substring(0, middle), KEY).good()).isNull();
        assertThat(check(signed.substring(0, middle) + "####" + signed.substring(middle), KEY)
                        .good())
                .isNotEqualTo(true);
        assertThat(Cleartext.of("Contact: mailto:a@b.example\n")).isNull();
        assertThat(Cleartext.of("-----BEGIN PGP SIGNED MESSAGE-----\n\nContact: x\n"))
                .isNull();
    }

    private static Signature check(String document, SigningKey... keys) {
        return SignatureCheck.check(
                cleartext(document),
                List.of(keys).stream().map(SigningKey::published).toList());
    }

    private static Cleartext cleartext(String document) {
        return Objects.requireNonNull(Cleartext.of(document));
    }
}
