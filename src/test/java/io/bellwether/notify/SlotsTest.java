package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final UUID slow = UUID.randomUUID();
    private final UUID quick = UUID.randomUUID();
    private final Slots slots = new Slots(3, 2);

    @Test
    void aSlowChannelLeavesRoomForOthers() {
        slots.take(slow);
        slots.take(slow);

        assertThat(slots.busyChannels()).containsExactly(slow);
        assertThat(slots.free()).isTrue();
    }

    @Test
    void thereAreNoMoreThanSoManyInAll() {
        slots.take(slow);
        slots.take(slow);
        slots.take(quick);

        assertThat(slots.free()).isFalse();
        assertThat(slots.busyChannels()).doesNotContain(quick);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        slots.take(slow);
        slots.take(slow);
        slots.giveBack(slow);

        assertThat(slots.busyChannels()).isEmpty();
        assertThat(slots.inUse()).isEqualTo(1);
    }
}
