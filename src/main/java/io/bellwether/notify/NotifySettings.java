package io.bellwether.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this node delivers. */
@ConfigMapping(prefix = "bellwether.notify")
interface NotifySettings {

    /** The longest time between two looks at the outbox; a node looks at once at what it has put there itself. */
    @WithDefault("PT2S")
    Duration poll();

    /** The ceiling of the wait after the first failed attempt; it doubles with each. */
    @WithDefault("PT1S")
    Duration backoff();

    /** The e-mail address of whoever runs Bellwether: its owner where channels write to owners. */
    Optional<String> operator();

    /** How long the ledger of an alert that is over is kept. */
    @WithDefault("P90D")
    Duration retention();
}
