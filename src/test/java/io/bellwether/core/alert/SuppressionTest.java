package io.bellwether.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuppressionTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void anOutageExplainsSlowness() {
        assertThat(Suppression.reasons(Dimension.LATENCY, List.of(SECOND, FIRST)))
                .containsExactly("inhibited-by:" + FIRST, "inhibited-by:" + SECOND);
    }

    @Test
    void slownessWithoutAnOutageStandsForItself() {
        assertThat(Suppression.reasons(Dimension.LATENCY, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Dimension.class, mode = EnumSource.Mode.EXCLUDE, names = "LATENCY")
    void anOutageExplainsNothingElse(Dimension dimension) {
        assertThat(Suppression.reasons(dimension, List.of(FIRST))).isEmpty();
    }
}
