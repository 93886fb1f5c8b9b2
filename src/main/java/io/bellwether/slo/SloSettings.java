package io.bellwether.slo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How service levels are accounted. */
@ConfigMapping(prefix = "bellwether.slo")
interface SloSettings {

    /** Whether maintenance that a vendor announces on its status page is left out of the account. */
    @WithDefault("true")
    boolean excludeAnnounced();

    /** Whether nobody is told of what is down during maintenance that a vendor announces. */
    @WithDefault("true")
    boolean muteAnnounced();
}
