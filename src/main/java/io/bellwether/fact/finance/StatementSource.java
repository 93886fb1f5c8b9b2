package io.bellwether.fact.finance;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** What moves a vendor's score of its statements: what it filed, and only where that says nothing what it told. */
@Singleton
public class StatementSource {

    private final FiledFinance filed;
    private final StatedStatements stated;

    StatementSource(FiledFinance filed, StatedStatements stated) {
        this.filed = filed;
        this.stated = stated;
    }

    public StatementEvidence of(UUID vendorId, Instant now) {
        StatementEvidence firmest = filed.evidence(vendorId, now);
        return firmest.risk() != null && firmest.liquidity() != null ? firmest : firmest.or(stated.evidence(vendorId));
    }
}
