package io.bellwether.dashboard;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** What an operator may add to the pages. */
@ConfigMapping(prefix = "bellwether.dashboard")
interface DashboardSettings {

    /** Further links of the main navigation: their label, and where they lead. */
    Map<String, String> links();
}
