package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Content security policies of our own, each with the code and the flags that the HTTP Observatory's rules give it. */
class PolicyVectorsTest {

    private static final String CHECK = "content-security-policy";

    @TestFactory
    Stream<DynamicTest> readsPoliciesAsTheRulesDo() {
        return lines().map(line -> DynamicTest.dynamicTest(line, () -> {
            List<String> cells =
                    Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            Pages page = Pages.page();
            values(cells.get(1)).forEach(policy -> page.header(CHECK, policy));
            values(cells.get(2)).forEach(page::meta);
            if (cells.getFirst().equals("http")) {
                page.plainly();
            }
            for (Observatory rules : List.of(Observatory.five(), Observatory.fiveCompatible())) {
                CheckResult result = page.judge(rules, CHECK);

                assertThat(result.resultCode()).isEqualTo(cells.get(3));
                assertThat(result.resultCode().equals("csp-header-invalid") ? "" : flags(result))
                        .isEqualTo(cells.get(4));
            }
        }));
    }

    @Test
    void thereAreEnough() {
        assertThat(lines()).hasSizeGreaterThan(120).doesNotHaveDuplicates();
    }

    private static String flags(CheckResult result) {
        return result.evidence().get("analysis") instanceof Map<?, ?> flags
                ? flags.entrySet().stream()
                        .filter(flag -> Boolean.TRUE.equals(flag.getValue()))
                        .map(flag -> String.valueOf(flag.getKey()))
                        .sorted()
                        .collect(Collectors.joining(" "))
                : "";
    }

    private static List<String> values(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" ¦ ", -1));
    }

    private static Stream<String> lines() {
        try (InputStream in = PolicyVectorsTest.class.getResourceAsStream("/csp-vectors.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
