package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.notify.ChannelTest;
import io.bellwether.notify.ConfiguredChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The channels, and what came of the test that was just made.
 *
 * @param tested the name of the channel that was tested; null when none was
 */
public record ChannelsView(
        List<ConfiguredChannel> channels,
        @Nullable String tested,
        @Nullable ChannelTest result) {

    public Figures settings(ConfiguredChannel channel) {
        return Figures.of(channel.settings(), Lens.IT);
    }

    public String kind(ConfiguredChannel channel) {
        return ChannelWords.kind(channel.kind()).key();
    }

    /** Whether it leads to each vendor's owners, so that a test needs somebody to go to. */
    public boolean leadsToOwners(ConfiguredChannel channel) {
        return channel.kind().equals("email")
                && !(channel.settings().get("to") instanceof List<?> addresses && !addresses.isEmpty());
    }
}
