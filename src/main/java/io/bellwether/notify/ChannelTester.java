package io.bellwether.notify;

import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a test message the way every message goes, and says what really came of it. */
@Singleton
public class ChannelTester {

    private final Channels channels;
    private final ChannelSettings settings;
    private final Composer composer;
    private final Sender sender;
    private final Outcomes outcomes;
    private final Clock clock;

    ChannelTester(
            Channels channels,
            ChannelSettings settings,
            Composer composer,
            Sender sender,
            Outcomes outcomes,
            Clock clock) {
        this.channels = channels;
        this.settings = settings;
        this.composer = composer;
        this.sender = sender;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * @param to who gets it; needed only for a channel without addresses of its own
     * @throws Problem 404, or 400 when nobody is named
     */
    public ChannelTest test(UUID id, @Nullable String to) {
        Claim.Target channel = channels.target(id);
        return ChannelTest.of(targets(channel, to).stream().map(this::send).toList());
    }

    private List<Claim.Target> targets(Claim.Target channel, @Nullable String to) {
        return switch (settings.configured(channel.kind(), channel.settings()).recipients()) {
            case Recipients.OnePlace _ -> List.of(channel);
            case Recipients.Addresses _ when to != null -> List.of(channel.at(to));
            case Recipients.Addresses(List<String> addresses) ->
                addresses.stream().distinct().map(channel::at).toList();
            case Recipients.VendorOwners _ when to != null -> List.of(channel.at(to));
            case Recipients.VendorOwners _ ->
                throw Problem.invalid("/to", "This channel writes to each vendor's owners; say who gets the test.");
        };
    }

    /** A provider that asked to be left alone is left alone. */
    private ChannelTest.Recipient send(Claim.Target target) {
        ConfiguredChannel channel = channels.require(target.channelId());
        if (channel.pausedUntil() != null && channel.pausedUntil().isAfter(clock.instant())) {
            return new ChannelTest.Recipient(
                    target.address(),
                    DeliveryOutcome.THROTTLED,
                    "Nothing was sent: the provider asked to be left alone until " + channel.pausedUntil() + ".",
                    0);
        }
        long begin = System.nanoTime();
        Delivery delivery = sender.send(composer.test(target.lens()), target);
        double tookMs = (System.nanoTime() - begin) / 1e6;
        outcomes.learn(target.channelId(), delivery);
        return new ChannelTest.Recipient(target.address(), DeliveryOutcome.of(delivery), delivery.why(), tookMs);
    }
}
