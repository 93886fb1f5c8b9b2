package io.bellwether.notify;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of one channel.
 *
 * @param name the channel's id, followed by a colon and the address when the channel has several recipients
 * @param zone in which times are told
 * @param suppressed why nothing may be sent; null when it may
 */
record Receiver(
        UUID channelId,
        String name,
        Audience audience,
        ZoneId zone,
        @Nullable String suppressed) {

    static final ZoneId UTC = ZoneId.of("UTC");

    static Receiver place(UUID channelId, Audience audience) {
        return new Receiver(channelId, channelId.toString(), audience, UTC, null);
    }

    static Receiver address(UUID channelId, String address, Audience audience, ZoneId zone) {
        return new Receiver(channelId, channelId + ":" + address, audience, zone, null);
    }

    static Receiver missing(UUID channelId, String who, Audience audience, String why) {
        return new Receiver(channelId, channelId + ":" + who, audience, UTC, why);
    }

    /** The address behind the colon, or the whole name when there is none. */
    static String address(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(colon + 1);
    }

    Receiver suppressed(String why) {
        return new Receiver(channelId, name, audience, zone, why);
    }
}
