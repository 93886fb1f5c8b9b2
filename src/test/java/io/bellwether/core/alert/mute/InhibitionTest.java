package io.bellwether.core.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.label.MatcherText;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InhibitionTest {

    private static final Inhibition DOWN_EXPLAINS_SLOW = rule("alertname=vendor-down", "domain=latency", "vendor");

    private static final Map<String, String> DOWN =
            Map.of("alertname", "vendor-down", "domain", "uptime", "vendor", "acme");
    private static final Map<String, String> SLOW =
            Map.of("alertname", "vendor-slow", "domain", "latency", "vendor", "acme");

    @Test
    void aCauseExplainsItsEffect() {
        assertThat(DOWN_EXPLAINS_SLOW.explains(DOWN, SLOW)).isTrue();
        assertThat(DOWN_EXPLAINS_SLOW.explains(SLOW, DOWN)).isFalse();
    }

    @Test
    void onlyWhereTheLabelsAgree() {
        Map<String, String> other = Map.of("alertname", "vendor-slow", "domain", "latency", "vendor", "globex");

        assertThat(DOWN_EXPLAINS_SLOW.explains(DOWN, other)).isFalse();
    }

    @Test
    void onlyWhatIsAnEffect() {
        Map<String, String> insecure = Map.of("alertname", "posture-worse", "domain", "security", "vendor", "acme");

        assertThat(DOWN_EXPLAINS_SLOW.explains(DOWN, insecure)).isFalse();
    }

    @Test
    void aLabelThatBothLackDoesNotAgree() {
        Map<String, String> down = Map.of("alertname", "vendor-down");
        Map<String, String> slow = Map.of("domain", "latency");

        assertThat(DOWN_EXPLAINS_SLOW.explains(down, slow)).isFalse();
        assertThat(DOWN_EXPLAINS_SLOW.explains(down, SLOW)).isFalse();
        assertThat(DOWN_EXPLAINS_SLOW.explains(DOWN, slow)).isFalse();
        assertThat(rule("alertname=vendor-down", "domain=latency").explains(down, slow))
                .isTrue();
    }

    @Test
    void noneExplainsItselfOrItsLike() {
        Inhibition any = rule("domain=~uptime|latency", "domain=~uptime|latency", "vendor");

        assertThat(any.explains(DOWN, DOWN)).isFalse();
        assertThat(any.explains(DOWN, SLOW)).isFalse();
    }

    private static Inhibition rule(String causes, String effects, String... equal) {
        return new Inhibition(MatcherText.read(causes), MatcherText.read(effects), Set.of(equal));
    }
}
