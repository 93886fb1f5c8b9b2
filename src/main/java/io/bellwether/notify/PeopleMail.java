package io.bellwether.notify;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/** The channel by which a person is written to who is meant himself, not whoever is behind a channel. */
@Singleton
final class PeopleMail {

    /** Why nobody can be written to. */
    static final String NONE = "there is no enabled e-mail channel";

    private static final String KIND = "email";
    private static final String ADDRESSES = "to";

    private final ChannelRow.Repository channels;

    PeopleMail(ChannelRow.Repository channels) {
        this.channels = channels;
    }

    /** The oldest that is enabled; one that writes to owners rather than one with addresses of its own. */
    Optional<UUID> channel() {
        return channels.enabled().stream()
                .filter(channel -> channel.kind.equals(KIND))
                .min(Comparator.<ChannelRow, Boolean>comparing(channel -> channel.settings.containsKey(ADDRESSES))
                        .thenComparing(channel -> channel.createdAt)
                        .thenComparing(channel -> channel.id))
                .map(channel -> channel.id);
    }
}
