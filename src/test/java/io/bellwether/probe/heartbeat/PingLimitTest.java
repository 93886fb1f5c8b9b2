package io.bellwether.probe.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PingLimitTest {

    private final AtomicLong nanos = new AtomicLong(-Duration.ofSeconds(30).toNanos());
    private final PingLimit limit = new PingLimit(nanos::get);
    private final byte[] key = Key.hash("one");

    @Test
    void sixtyAtOnceAreAllowedAndThenOneASecond() {
        assertThat(calls(100)).isEqualTo(60);

        pass(1);
        assertThat(calls(100)).isEqualTo(1);
        pass(2);
        assertThat(calls(100)).isEqualTo(2);
        pass(3_600);
        assertThat(calls(100)).isEqualTo(60);
    }

    @Test
    void eachKeyHasItsOwnLimit() {
        calls(100);

        assertThat(limit.exhausted(Key.hash("other"))).isFalse();
    }

    @Test
    void whoIsForgottenMayCallAsBefore() {
        calls(100);
        limit.forgetIdle();
        assertThat(calls(100)).isZero();

        pass(60);
        limit.forgetIdle();
        assertThat(calls(100)).isEqualTo(60);
    }

    /** How many of so many are let through. */
    private int calls(int times) {
        int through = 0;
        for (int i = 0; i < times && !limit.exhausted(key); i++) {
            limit.count(key);
            through++;
        }
        return through;
    }

    private void pass(long seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
