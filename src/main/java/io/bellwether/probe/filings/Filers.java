package io.bellwether.probe.filings;

import java.time.Instant;
import java.util.Optional;

/** What is kept of the companies whose filings are read. */
interface Filers {

    /**
     * The last time that a company's figures were read.
     *
     * @param report the accession number of its newest periodic report at that time
     * @param complete whether the figures of that report were among them: they may come some time after it
     */
    record Reading(String report, boolean complete, Instant at) {}

    Optional<Reading> last(long cik);

    /** Replaces what was kept of a company; figures stay where there are none any more: they were filed. */
    void keep(long cik, CompanyFacts facts, Reading reading);
}
