package io.bellwether.core.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.core.alert.mute.Silence.State;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceTest {

    private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant END = Instant.parse("2026-11-22T12:00:00Z");

    private static final Map<String, String> DOWN =
            Map.of("alertname", "vendor-down", "domain", "uptime", "vendor", "acme");
    private static final Map<String, String> INSECURE =
            Map.of("alertname", "posture-worse", "domain", "security", "vendor", "acme");

    private static final Map<String, String> BROKEN = Map.of(
            "alertname",
            "channel-broken",
            "class",
            "internal",
            "instance",
            "bellwether",
            "subject",
            "ops",
            "severity",
            "critical");

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T09:59:59.999Z, PENDING",
        "2026-11-22T10:00:00Z, ACTIVE",
        "2026-11-22T11:59:59.999Z, ACTIVE",
        "2026-11-22T12:00:00Z, EXPIRED"
    })
    void theClockDecides(Instant now, State state) {
        assertThat(silence("vendor=acme").at(now)).isEqualTo(state);
    }

    @Test
    void coversWhatAllMatchersMatch() {
        assertThat(silence("vendor=acme, domain=uptime").covers(DOWN)).isTrue();
        assertThat(silence("vendor=acme, domain=latency").covers(DOWN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vendor=acme", "vendor=~.+", "domain=~.+", "domain!=uptime", "domain!~uptime", "domain=~s.*"})
    void aBroadSilenceDoesNotCoverAProtectedClass(String matchers) {
        assertThat(silence(matchers).covers(INSECURE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain=security",
                "domain=~uptime|security",
                "alertname=posture-worse",
                "alertname=~posture-worse|x",
                "vendor=acme, domain=security"
            })
    void coversAProtectedClassThatItNames(String matchers) {
        assertThat(silence(matchers).covers(INSECURE)).isTrue();
    }

    @Test
    void theNameOfAnotherClassDoesNotCount() {
        assertThat(silence("vendor=~security|acme").covers(INSECURE)).isFalse();
        assertThat(silence("domain=~security|contract, vendor=globex").covers(INSECURE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"instance=~.+", "severity=critical", "class=~.+", "alertname=~.*", "vendor!=acme"})
    void aBroadSilenceDoesNotHideTheWatcher(String matchers) {
        assertThat(silence(matchers).covers(BROKEN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"class=internal", "alertname=channel-broken, subject=ops", "class=~internal|other"})
    void coversTheWatcherWhenItNamesIt(String matchers) {
        assertThat(silence(matchers).covers(BROKEN)).isTrue();
    }

    private static Silence silence(String matchers) {
        return new Silence(MatcherText.read(matchers), BEGIN, END);
    }
}
