package io.bellwether.probe.filings;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the texts of filings say, of those that were read. */
interface FilerDocuments {

    /** By the accession numbers of the filings; nothing where one said nothing. */
    Map<String, List<Said>> read(long cik);

    void keep(long cik, String accession, List<Said> said, Instant readAt);
}
