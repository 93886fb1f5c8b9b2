package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Of which alerts a mailbox is not told, or not again. */
@QuarkusTest
class HoldsTest {

    private final DeliveryWorld world;
    private final Holds holds;

    HoldsTest(DeliveryWorld world, Holds holds) {
        this.world = world;
        this.holds = holds;
    }

    @Test
    void whatIsOverIsNotRepeatedToThoseWhoWereNotToldOfItsEnd() {
        Incident open = world.incident(world.vendor()).inTheRegister(world);
        Incident over = world.incident(world.vendor()).inTheRegister(world).over(world);
        Claim.Target target =
                new Claim.Target(UUID.randomUUID(), "email", "mail", Audience.BOTH, Map.of(), "ida@example.com");
        Mailbox mailbox = new Mailbox(0, target, ZoneOffset.UTC, Instant.EPOCH, 0, null);

        Held held = holds.of(mailbox, List.of(open.id, over.id), Instant.now());

        assertThat(held.handled()).containsExactly(over.id.toString());
    }
}
