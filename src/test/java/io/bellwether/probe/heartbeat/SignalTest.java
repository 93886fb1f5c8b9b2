package io.bellwether.probe.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.platform.Problem;
import io.bellwether.probe.heartbeat.Ping.Kind;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

    @ParameterizedTest
    @CsvSource({"start, START,", "fail, FAIL,", "0, SUCCESS, 0", "1, FAIL, 1", "255, FAIL, 255", "007, FAIL, 7"})
    void theAddressSaysWhatHappened(String word, Kind kind, @Nullable Integer exitCode) {
        assertThat(Signal.of(word)).isEqualTo(new Signal(kind, exitCode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "-1", "1.5", "99999999999", "Start", "stop", "٣"})
    void anythingElseIsNoAddress(String word) {
        assertThatThrownBy(() -> Signal.of(word))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void keysAreMadeByChance() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            keys.add(Key.random());
        }

        assertThat(keys).hasSize(1_000).allMatch(key -> key.matches(Key.PATTERN) && key.length() == 32);
    }

    @Test
    void aKeyIsGivenToWhoBringsNone() {
        var grace = java.time.Duration.ofMinutes(1);

        assertThat(new HeartbeatProbe.Settings(null, null, null, null, grace, null).key())
                .matches(Key.PATTERN);
    }
}
