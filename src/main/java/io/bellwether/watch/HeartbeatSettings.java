package io.bellwether.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The sign of life for a monitor outside. */
@ConfigMapping(prefix = "bellwether.heartbeat")
interface HeartbeatSettings {

    /** Called with GET while Bellwether does its work; nothing is called when absent. Its path is a secret. */
    Optional<URI> url();

    /** The time between two calls, over all nodes. */
    @WithDefault("PT1M")
    Duration interval();
}
