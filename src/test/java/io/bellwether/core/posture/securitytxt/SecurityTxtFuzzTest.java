package io.bellwether.core.posture.securitytxt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Fuzz;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Anything can be read and judged, in little time. */
class SecurityTxtFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PLACE = "https://vendor.example/.well-known/security.txt";
    private static final List<String> EXAMPLES = List.of("""
            # Our contacts
            Contact: mailto:security@vendor.example
            Contact: https://vendor.example/%20report
            Expires: 2027-05-01T00:00:00Z
            Canonical: https://vendor.example/.well-known/security.txt
            Preferred-Languages: en, de-CH-1996
            """, """
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA256

            Contact: tel:+1-201-555-0123
            - Expires: 2027-05-01t00:00:00.123+02:00
            -----BEGIN PGP SIGNATURE-----

            iHUEARYKAB0=
            -----END PGP SIGNATURE-----
            """, """
            \ufeffcontact:https://[2001:db8::1]:8443/
            EXPIRES : 9999-99-99T99:99:99+99:99
            Encryption: openpgp4fpr:5f2d
            Encryption: dns:5d2d._openpgpkey.vendor.example?type=OPENPGPKEY
            Hiring: http://
            no colon""".replace("\n", "\r\n"), """
            Contact: a@b
            Contact: HTTPS://?x
            Expires: 2027-06-30T23:59:60Z
            Expires: 2028-01-01T00:00:00z
            Policy: https://%zz/
            Acknowledgments: ://
            Preferred-Languages: en,,x-
            X-Own: \u00e9
            """);

    @Test
    @Tag("fuzz")
    void files() {
        Fuzz.text(9_116, EXAMPLES, SecurityTxtFuzzTest::judge);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contact: a@b\n",
                "Contact",
                ":",
                " ",
                "\n",
                "- ",
                "-----BEGIN PGP SIGNED MESSAGE-----\n",
                "%",
                "://"
            })
    void longFilesTakeLittleTime(String piece) {
        String text = EXAMPLES.getFirst() + piece.repeat(SecurityTxt.LONGEST / piece.length());
        judge(text);
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        judge(text);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;

        assertThat(spent).as("nanoseconds").isLessThan(50_000_000);
    }

    private static void judge(String text) {
        Answer answer = new Answer(PLACE, PLACE, List.of(), 200, "text/plain", text.length(), true, text);
        SecurityTxtEvidence evidence = new SecurityTxtEvidence("vendor.example", NOW, null, List.of(answer), null);
        assertThat(new SecurityTxtAssessor().assess(evidence).results()).hasSize(6);
        assertThat(evidence.steady().answers()).hasSize(1);
    }
}
