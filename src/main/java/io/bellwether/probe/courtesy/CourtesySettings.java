package io.bellwether.probe.courtesy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much is asked of a host that is not ours. */
@ConfigMapping(prefix = "bellwether.courtesy")
interface CourtesySettings {

    /** Requests and connections to one host on one day by UTC; 0 stops them all. */
    @WithDefault("240")
    @Min(0) int contactsPerDay();

    /** Between the end of a contact with a host and the begin of the next. */
    @WithDefault("PT0.25S")
    Duration pause();

    /** The time between two full scans of a kind. */
    @WithDefault("PT24H")
    Duration fullScanEvery();

    /** Hosts and domains, with all below them, that are never contacted. */
    Optional<List<String>> optOut();
}
