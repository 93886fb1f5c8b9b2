package io.bellwether.probe.filings;

import io.bellwether.core.finance.filed.FiledFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps what is read in memory. */
final class KeptFilers implements Filers {

    private final Map<Long, Reading> readings = new HashMap<>();
    private final Map<Long, CompanyFacts> facts = new HashMap<>();

    @Override
    public Optional<Reading> last(long cik) {
        return Optional.ofNullable(readings.get(cik));
    }

    @Override
    public void keep(long cik, CompanyFacts company, Reading reading) {
        readings.put(cik, reading);
        facts.put(cik, company);
    }

    List<FiledFact> facts(long cik) {
        return Objects.requireNonNull(facts.get(cik)).facts();
    }
}
