package io.bellwether.core.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.Voices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckRuleTest {

    private static final CheckRule RULE = new CheckRule(
            "check",
            Category.WEB,
            "Check",
            "It means something.",
            new Remediation(new Voices("Set it.", "Ask for it."), Effort.LOW),
            "https://rules.example/check",
            List.of(ResultCode.code("bad", CheckOutcome.FAIL, 5, "It is bad.")));

    @Test
    void evidenceStaysInOrderAndAsItIs() {
        Map<String, Object> evidence = new LinkedHashMap<>();
        for (int i = 20; i > 0; i--) {
            evidence.put("name " + i, i);
        }
        List<String> order = List.copyOf(evidence.keySet());

        CheckResult result = RULE.result("bad", evidence);
        evidence.clear();

        assertThat(result.evidence().keySet()).containsExactlyElementsOf(order);
        assertThat(result.evidence()).isUnmodifiable();
    }

    @Test
    void evidenceOfNothingIsRefused() {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("name", null);

        assertThatThrownBy(() -> RULE.result("bad", evidence)).isInstanceOf(NullPointerException.class);
    }
}
