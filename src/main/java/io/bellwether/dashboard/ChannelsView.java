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
}
