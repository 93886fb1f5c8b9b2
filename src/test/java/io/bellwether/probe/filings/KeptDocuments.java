package io.bellwether.probe.filings;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps what the documents of one company say in memory. */
final class KeptDocuments implements FilerDocuments {

    private final Map<String, List<Said>> said = new HashMap<>();

    @Override
    public Map<String, List<Said>> read(long cik) {
        return Map.copyOf(said);
    }

    @Override
    public void keep(long cik, String accession, List<Said> sayings, Instant readAt) {
        said.put(accession, sayings);
    }
}
