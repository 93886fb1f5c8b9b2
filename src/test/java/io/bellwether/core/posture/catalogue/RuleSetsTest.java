package io.bellwether.core.posture.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSetsTest {

    private static final Path PAGE = Path.of("docs/rule-sets.md");

    /** They tell whose name a register has, and no judgement. */
    private static final Set<String> WITHOUT_CODES = Set.of("domain-registrar", "domain-name-servers");

    static List<RuleSet> sets() {
        return RuleSets.all();
    }

    @Test
    void idsAreUnique() {
        assertThat(sets()).isNotEmpty().extracting(RuleSet::id).doesNotHaveDuplicates();
        assertThat(sets()).allSatisfy(set -> {
            assertThat(set.id()).matches("[a-z0-9.-]+");
            assertThat(set.checks()).extracting(CheckRule::id).doesNotHaveDuplicates();
            assertThat(URI.create(set.reference()).isAbsolute()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyCheckIsWhole(RuleSet set) {
        assertThat(set.checks()).isNotEmpty().allSatisfy(check -> {
            assertThat(check.id()).matches("[a-z0-9-]+");
            assertThat(check.name()).isNotBlank();
            assertThat(check.meaning()).endsWith(".");
            assertThat(check.remediation().text().it()).endsWith(".");
            assertThat(check.remediation().text().marketing()).endsWith(".");
            assertThat(URI.create(check.reference()).isAbsolute()).isTrue();
            assertThat(check.codes()).extracting(ResultCode::code).doesNotHaveDuplicates();
            assertThat(check.codes().isEmpty()).isEqualTo(WITHOUT_CODES.contains(check.id()));
        });
    }

    @ParameterizedTest
    @MethodSource("sets")
    void onlyWeaknessesTakePoints(RuleSet set) {
        assertThat(set.checks().stream().flatMap(check -> check.codes().stream()))
                .allSatisfy(code -> {
                    assertThat(code.code()).matches("[a-z0-9-]+");
                    assertThat(code.says()).endsWith(".");
                    assertThat(code.points()).isBetween(0.0, 100.0);
                    if (!code.outcome().bad()) {
                        assertThat(code.points()).isZero();
                    }
                    assertThat(code.outcome()).isNotEqualTo(CheckOutcome.UNKNOWN);
                });
    }

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = page();
        Files.writeString(Path.of("target/rule-sets.md"), page);

        assertThat(Files.readString(PAGE))
                .as("copy target/rule-sets.md over " + PAGE)
                .isEqualTo(page);
    }

    private static String page() {
        return """
                # Rule sets

                Every rule a vendor's security is judged by, as the code has it; `GET /api/v1/security/rule-sets` answers the same with the
                texts. `modifier` is the rule set's own number, `points` is what the result takes from the [security score](scores.md#security).
                How it is looked at, and what differs from the public tools, is told in [Security posture](security-posture.md).

                """ + sets().stream().map(RuleSetsTest::section).collect(Collectors.joining("\n"));
    }

    private static String section(RuleSet set) {
        String rows = set.checks().stream().flatMap(RuleSetsTest::rows).collect(Collectors.joining("\n"));
        return """
                ## `%s`: %s

                [Reference](%s)

                | check | result code | outcome | modifier | points |
                |---|---|---|---|---|
                %s
                """.formatted(set.id(), set.title(), set.reference(), rows);
    }

    private static Stream<String> rows(CheckRule check) {
        return check.codes().isEmpty()
                ? Stream.of("| `" + check.id() + "` | the name itself | | 0 | 0 |")
                : check.codes().stream().map(code -> row(check, code));
    }

    private static String row(CheckRule check, ResultCode code) {
        return Stream.of(
                        "`" + check.id() + "`",
                        "`" + code.code() + "`",
                        code.outcome().name(),
                        String.valueOf(code.modifier()),
                        String.format(Locale.ROOT, "%.1f", code.points()).replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
