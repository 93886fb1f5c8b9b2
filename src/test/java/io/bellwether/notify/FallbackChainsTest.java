package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FallbackChainsTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void aChannelMayFallBackOnOneThatFallsBackOnAThird() {
        assertThat(new FallbackChains(Map.of(B, C)).wouldCircle(A, B)).isFalse();
    }

    @Test
    void twoMayFallBackOnTheSame() {
        assertThat(new FallbackChains(Map.of(B, C)).wouldCircle(A, C)).isFalse();
    }

    @Test
    void aChannelNeverFallsBackOnItself() {
        assertThat(new FallbackChains(Map.of()).wouldCircle(A, A)).isTrue();
    }

    @Test
    void noChainLeadsBackToWhereItBegan() {
        assertThat(new FallbackChains(Map.of(B, C, C, A)).wouldCircle(A, B)).isTrue();
    }

    @Test
    void aCircleOfOthersIsLookedAtOnlyOnce() {
        assertThat(new FallbackChains(Map.of(B, C, C, B)).wouldCircle(A, B)).isFalse();
    }
}
