package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Domain;
import io.bellwether.core.Dimension;
import io.bellwether.fact.Fact;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code domain-expiring}: the probe says how near its end a registration is, as it was told to. */
@Singleton
class DomainRule implements FactRule {

    static final String SIGNAL = "domain-expiry";

    private final RuleBook book;
    private final Clock clock;

    DomainRule(RuleBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<Evidence> judge(List<Fact> facts, Map<Subject, StoredEpisode> open) {
        return book.active(BuiltInRule.DOMAIN_EXPIRING, Domain.class)
                .map(rule -> facts.stream()
                        .filter(DomainRule::isExpiry)
                        .map(fact -> evidence(fact, rule))
                        .toList())
                .orElse(List.of());
    }

    static boolean isExpiry(Fact fact) {
        return fact.dimension() == Dimension.SECURITY && fact.signal().equals(SIGNAL);
    }

    private Evidence evidence(Fact fact, ActiveRule<Domain> rule) {
        Instant now = clock.instant();
        return Evidence.of(
                rule,
                Subject.of(BuiltInRule.DOMAIN_EXPIRING, fact.vendorId(), fact.key()),
                Evidence.Kind.STATE,
                fact.knownAt(),
                ExpiryJudge.judge(fact.value(), null, now, rule),
                () -> facts(fact, now));
    }

    private static Map<String, Object> facts(Fact fact, Instant now) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("domain", Circumstances.oneLine(String.valueOf(fact.detail().getOrDefault("domain", fact.key()))));
        facts.put("source", fact.source());
        facts.put("check", String.valueOf(fact.value()));
        facts.putAll(Expiry.facts(Expiry.of(fact, "expiresAt"), now));
        return facts;
    }
}
