package io.bellwether.core.posture.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.Remediation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LetterWriterTest {

    private static final Correspondence TO_ACME =
            new Correspondence("Acme", "Our Shop Ltd", LocalDate.parse("2026-11-23"));
    private static final List<CheckOutcome> OUTCOMES = List.of(CheckOutcome.values());
    private static final Instant SINCE = Instant.parse("2026-11-01T10:30:59Z");

    @Test
    void readsAsALetter() {
        Letter letter = LetterWriter.write(
                        TO_ACME,
                        List.of(
                                finding("https://acme.example", "csp", CheckOutcome.FAIL, 12.5, Map.of()),
                                finding(
                                        "acme.example",
                                        "dmarc",
                                        CheckOutcome.WARN,
                                        20,
                                        Map.of("record", "v=DMARC1; p=none", "asked", List.of("_dmarc.acme.example"))),
                                finding("https://acme.example", "referrer", CheckOutcome.WARN, 0, Map.of())))
                .orElseThrow();

        assertThat(letter.subject())
                .isEqualTo("Security settings of Acme as seen from outside: 3 points, 23 November 2026");
        assertThat(letter.body())
                .startsWith("Dear security team of Acme,\n\nOur Shop Ltd relies on your service.")
                .contains("""
                        acme.example
                        ------------

                         1. The dmarc check (weaker than it should be, high severity)
                            Seen:     The dmarc check found something.
                            Since:    1 November 2026 10:30 UTC
                            Evidence: asked: _dmarc.acme.example
                            Evidence: record: v=DMARC1; p=none
                            We ask:   Set dmarc as the rule says.
                            Rule:     https://rules.example/dmarc

                        https://acme.example
                        --------------------

                         2. The csp check (missing or wrong, medium severity)
                        """)
                .contains("offered only an old version or a weak cipher")
                .contains(" 3. The referrer check (weaker than it should be, for your information)\n")
                .contains("Tell us if this is wrong.")
                .endsWith("Kind regards,\n\nOur Shop Ltd\n23 November 2026\n");
    }

    @Test
    void isNotWrittenWithoutNeed() {
        assertThat(LetterWriter.write(TO_ACME, List.of())).isEmpty();
        assertThat(LetterWriter.write(
                        TO_ACME,
                        List.of(
                                finding("acme.example", "spf", CheckOutcome.PASS, 0, Map.of()),
                                finding("acme.example", "dkim", CheckOutcome.UNKNOWN, 0, Map.of()),
                                finding("acme.example", "caa", CheckOutcome.NOT_APPLICABLE, 0, Map.of()))))
                .isEmpty();
    }

    @Test
    void tellsOnlyWhatIsBadAndASinglePointAsOne() {
        Letter letter = LetterWriter.write(
                        TO_ACME,
                        List.of(
                                finding("acme.example", "spf", CheckOutcome.PASS, 0, Map.of()),
                                finding("acme.example", "caa", CheckOutcome.WARN, 1, Map.of())))
                .orElseThrow();

        assertThat(letter.subject()).contains(": 1 point, ");
        assertThat(letter.body())
                .contains("one point stood out", "which of this", "low severity")
                .doesNotContain("spf");
    }

    @Test
    void whatTheVendorSentCannotShapeTheLetter() {
        Letter letter = LetterWriter.write(
                        new Correspondence("Acme\r\nBcc: all@acme.example", "Us\u202Egro.live", TO_ACME.date()),
                        List.of(finding(
                                "acme.example\n\nKind regards",
                                "csp",
                                CheckOutcome.FAIL,
                                10,
                                Map.of("header", "a\u0000\u001B[31m\u2028b\u200B \u2066" + "x".repeat(500)))))
                .orElseThrow();

        assertThat(letter.subject()).startsWith("Security settings of Acme Bcc: all@acme.example as");
        assertThat(letter.body())
                .contains("acme.example Kind regards\n---", "Usgro.live", "header: a[31m b\n")
                .doesNotContain("x".repeat(77));
        assertHarmless(letter);
    }

    @Test
    void cutsByCharactersAndNotWithinThem() {
        assertThat(PlainText.of("a\uD83D\uDE00b", 2)).isEqualTo("a…");
        assertThat(PlainText.of("a\uD83D\uDE00b", 3)).isEqualTo("a\uD83D\uDE00b");
        assertThat(PlainText.of("  a \t\n b\uD800  ", 3)).isEqualTo("a b");
        assertThat(PlainText.of("a bc", 3)).isEqualTo("a …");
        assertThat(PlainText.of(" \u200B ", 3)).isEmpty();
    }

    @Test
    void namesEveryFindingOnceWhateverItHolds() {
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            List<LetterFinding> findings = new ArrayList<>();
            int targets = 1 + random.nextInt(4);
            for (int i = random.nextInt(30); i >= 0; i--) {
                CheckOutcome outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
                Map<String, Object> evidence = new LinkedHashMap<>();
                evidence.put(noise(random, 20), noise(random, 1_500));
                evidence.put("list", List.of(noise(random, 20), i, Map.of("deep", noise(random, 300))));
                findings.add(finding(
                        "t" + random.nextInt(targets) + noise(random, 3),
                        "check-" + i + "-of-" + seed,
                        outcome,
                        random.nextInt(5) * 10,
                        evidence));
            }
            List<LetterFinding> bad = findings.stream()
                    .filter(finding -> finding.result().outcome().bad())
                    .toList();
            Letter letter = LetterWriter.write(TO_ACME, findings).orElse(null);

            assertThat(letter == null).isEqualTo(bad.isEmpty());
            if (letter != null) {
                assertHarmless(letter);
                assertThat(letter.body().lines().filter(line -> line.matches(" ?[0-9]+\\. The check-.*")))
                        .hasSize(bad.size());
                assertThat(bad)
                        .allSatisfy(finding -> assertThat(letter.body())
                                .containsOnlyOnce("The " + finding.rule().id() + " check (")
                                .containsOnlyOnce("Rule:     " + finding.rule().reference() + "\n"));
                Collections.shuffle(findings, random);
                assertThat(LetterWriter.write(TO_ACME, findings)).contains(letter);
            }
        }
    }

    private static void assertHarmless(Letter letter) {
        assertThat(letter.subject().codePoints().anyMatch(LetterWriterTest::hidden))
                .isFalse();
        assertThat(letter.body().codePoints().filter(c -> c != '\n').anyMatch(LetterWriterTest::hidden))
                .isFalse();
        assertThat(letter.body().lines())
                .filteredOn(line -> !line.contains("Rule:     https://"))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 76);
    }

    private static boolean hidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String noise(Random random, int most) {
        int[] points = random.ints(random.nextInt(most + 1), 0, 0x3000)
                .map(c -> random.nextInt(3) == 0 ? c : 'a' + c % 26)
                .map(c -> random.nextInt(40) == 0 ? 0x10FFFF - c : c)
                .toArray();
        return new String(points, 0, points.length);
    }

    private static LetterFinding finding(
            String target, String id, CheckOutcome outcome, double points, Map<String, Object> evidence) {
        CheckRule rule = new CheckRule(
                id,
                Category.WEB,
                "The " + id + " check",
                "It means something.",
                new Remediation(new Voices("Set " + id + " as the rule says.", "Ask for it."), Effort.LOW),
                "https://rules.example/" + id,
                List.of());
        CheckResult result = new CheckResult(
                id, id + "-code", outcome, 0, points, "The " + id + " check found something.", evidence);
        return new LetterFinding(target, rule, result, SINCE);
    }
}
