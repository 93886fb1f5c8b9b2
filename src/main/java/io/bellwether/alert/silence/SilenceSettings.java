package io.bellwether.alert.silence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What silences may be. */
@ConfigMapping(prefix = "bellwether.silences")
interface SilenceSettings {

    /** How long one may last; a longer one is refused, for nobody remembers it. */
    @WithDefault("P365D")
    Duration longest();
}
