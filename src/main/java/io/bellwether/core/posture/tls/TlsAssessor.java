package io.bellwether.core.posture.tls;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.RuleSet;

/** The rule set {@code tls-rating-2009r}. */
public final class TlsAssessor implements Assessor<TlsEvidence> {

    @Override
    public RuleSet ruleSet() {
        return TlsRules.SET;
    }

    @Override
    public String kind() {
        return TlsEvidence.KIND;
    }

    @Override
    public Class<TlsEvidence> evidence() {
        return TlsEvidence.class;
    }

    @Override
    public Assessment assess(TlsEvidence evidence) {
        String unknown = evidence.looks().isEmpty() && evidence.unknown() == null
                ? "No address was looked at."
                : evidence.unknown();
        if (unknown != null) {
            return new Assessment(
                    TlsRules.SET.id(),
                    evidence.target(),
                    evidence.observedAt(),
                    TlsRules.SET.unknown(unknown),
                    TlsGrade.unknown(unknown));
        }
        TlsFacts facts = new TlsFacts(evidence.looks(), evidence.observedAt());
        return new Assessment(
                TlsRules.SET.id(),
                evidence.target(),
                evidence.observedAt(),
                TlsChecks.of(facts),
                TlsGrade.of(facts, evidence.addressesLeft()));
    }
}
