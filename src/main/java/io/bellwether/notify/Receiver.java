package io.bellwether.notify;

import io.bellwether.vendor.EmailAddress;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of one channel.
 *
 * @param address empty when the channel leads to one place
 * @param zone in which times are told
 * @param suppressed why nothing may be sent; null when it may
 */
record Receiver(
        UUID channelId,
        String address,
        Audience audience,
        ZoneId zone,
        @Nullable String suppressed) {

    static final ZoneId UTC = ZoneId.of("UTC");

    static Receiver place(UUID channelId, Audience audience) {
        return new Receiver(channelId, "", audience, UTC, null);
    }

    static Receiver address(UUID channelId, String address, Audience audience, ZoneId zone) {
        return new Receiver(channelId, EmailAddress.key(address), audience, zone, null);
    }

    static Receiver missing(UUID channelId, String who, Audience audience, String why) {
        return new Receiver(channelId, who, audience, UTC, why);
    }

    Receiver suppressed(String why) {
        return new Receiver(channelId, address, audience, zone, why);
    }

    /** What makes it one mailbox. */
    Key key() {
        return new Key(channelId, address, audience);
    }

    record Key(UUID channelId, String address, Audience audience) {}
}
