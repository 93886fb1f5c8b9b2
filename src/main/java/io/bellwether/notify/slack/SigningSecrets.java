package io.bellwether.notify.slack;

import static java.util.stream.Collectors.toSet;

import io.bellwether.notify.ChannelSecrets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What Slack signs with. It is remembered for a while, so that a slow database does not delay the answer to Slack. */
@Singleton
class SigningSecrets {

    private static final Duration KEPT = Duration.ofSeconds(30);
    /** Whoever sends wrong signatures makes us look no more often. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ChannelSecrets channels;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, Set.of());

    SigningSecrets(ChannelSecrets channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    private record Known(Instant at, Set<String> secrets) {

        Optional<String> behind(SlackSignature signature) {
            return secrets.stream().filter(signature::isBy).findFirst();
        }

        @Override
        public String toString() {
            return "Known at " + at;
        }
    }

    /** The secret it was made with; empty when it is none of ours. */
    Optional<String> behind(SlackSignature signature) {
        return knownFor(KEPT).behind(signature).or(() -> knownFor(BETWEEN_LOOKS).behind(signature));
    }

    /** The enabled channels whose secret this is, as they are now. */
    Set<UUID> channels(String secret) {
        return channels.enabled(SlackPosts.KIND, SlackSettings.class).stream()
                .filter(channel -> secret.equals(channel.settings().signingSecret()))
                .map(ChannelSecrets.Opened::channel)
                .collect(toSet());
    }

    private Known knownFor(Duration longest) {
        Instant now = clock.instant();
        if (known.at().plus(longest).isBefore(now)) {
            known = new Known(
                    now,
                    channels.enabled(SlackPosts.KIND, SlackSettings.class).stream()
                            .map(channel -> channel.settings().signingSecret())
                            .filter(Objects::nonNull)
                            .collect(toSet()));
        }
        return known;
    }
}
