package io.bellwether.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** How long history is kept. Daily summaries are kept for ever. */
@ConfigMapping(prefix = "bellwether.history")
interface HistorySettings {

    /** Of observations and five-minute summaries, whole days. */
    @WithDefault("P30D")
    Period retention();

    /** Of hourly summaries, whole days. */
    @WithDefault("P400D")
    Period hours();
}
