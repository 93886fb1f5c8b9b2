package io.bellwether.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Bellwether watches itself. */
@ConfigMapping(prefix = "bellwether.watch")
interface WatchSettings {

    /** Whether this node takes part. */
    @WithDefault("true")
    boolean enabled();

    /** The time between two looks. */
    @WithDefault("PT15S")
    Duration every();

    /** How late probes may be. */
    @WithDefault("PT1M")
    Duration evaluationLimit();

    /** How long news may wait to be dispatched, or messages to be sent. */
    @WithDefault("PT2M")
    Duration messagesLimit();

    /** How long critical news may be on its way, counting what providers take. */
    @WithDefault("PT10M")
    Duration criticalLimit();
}
