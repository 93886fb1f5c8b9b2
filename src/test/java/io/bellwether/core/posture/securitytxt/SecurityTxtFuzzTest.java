package io.bellwether.core.posture.securitytxt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Anything can be read and judged, in little time. */
class SecurityTxtFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String PLACE = "https://vendor.example/.well-known/security.txt";
    private static final int ROUNDS = Integer.getInteger("bellwether.fuzz.rounds", 20_000);
    private static final List<String> PIECES = List.of(
            "Contact",
            "Expires",
            "Canonical",
            "Preferred-Languages",
            "Encryption",
            ": ",
            ":",
            " ",
            "\n",
            "\r\n",
            "\r",
            "#",
            "- ",
            "-",
            "-----BEGIN PGP SIGNED MESSAGE-----\n",
            "Hash: SHA256\n\n",
            "-----BEGIN PGP SIGNATURE-----\n",
            "-----END PGP SIGNATURE-----\n",
            "https://vendor.example/",
            "http://",
            "mailto:a@b",
            "2027-05-01T00:00:00Z",
            "9999-99-99T99:99:99+99:99",
            "en, de",
            "%",
            "%zz",
            "\0",
            "\uFEFF",
            "\uD800",
            "é",
            "\u2028",
            "://",
            "[",
            "]:");

    @Test
    void neverThrowsAndAnswersEveryCheck() {
        Random random = new Random(9116);
        for (int i = 0; i < ROUNDS; i++) {
            String text = text(random);
            assertThatCode(() -> assertThat(judge(text)).hasSize(6)).as(text).doesNotThrowAnyException();
        }
    }

    @Test
    void longFilesTakeLittleTime() {
        for (String piece : PIECES) {
            String text = "Contact: mailto:a@b\n" + piece.repeat(SecurityTxt.LONGEST / piece.length());
            judge(text);
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            judge(text);
            long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;

            assertThat(spent).as("nanoseconds for many of '%s'", piece).isLessThan(50_000_000);
        }
    }

    private static List<CheckResult> judge(String text) {
        Answer answer = new Answer(PLACE, PLACE, List.of(), 200, "text/plain", text.length(), true, text);
        return new SecurityTxtAssessor()
                .assess(new SecurityTxtEvidence("vendor.example", NOW, null, List.of(answer), null))
                .results();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
            text.append(
                    random.nextInt(10) == 0
                            ? Character.toString(random.nextInt(0x300))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
