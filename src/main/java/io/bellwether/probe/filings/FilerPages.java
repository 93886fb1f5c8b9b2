package io.bellwether.probe.filings;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The pages of older filings that were read. */
interface FilerPages {

    /** When each page of a company was read, by its name. */
    Map<String, Instant> readAt(long cik);

    /** The filings of all pages of a company. */
    List<Filing> filings(long cik);

    /** Replaces what was kept of a page. */
    void keep(long cik, String name, List<Filing> filings, Instant readAt);
}
