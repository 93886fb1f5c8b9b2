package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Certificate;
import io.bellwether.core.Dimension;
import io.bellwether.core.alert.Signal;
import io.bellwether.fact.Fact;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code certificate-expiring}. */
@Singleton
class CertificateRule implements FactRule {

    static final String SIGNAL = "tls-certificate-expiry";

    private final RuleBook book;
    private final Clock clock;

    CertificateRule(RuleBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Override
    public List<Evidence> judge(List<Fact> facts, Map<Subject, StoredEpisode> open) {
        return book.active(BuiltInRule.CERTIFICATE_EXPIRING, Certificate.class)
                .map(rule -> facts.stream()
                        .filter(CertificateRule::isExpiry)
                        .map(fact -> evidence(fact, rule.of(fact.vendorId())))
                        .toList())
                .orElse(List.of());
    }

    static boolean isExpiry(Fact fact) {
        return fact.dimension() == Dimension.SECURITY && fact.signal().equals(SIGNAL);
    }

    private Evidence evidence(Fact fact, ActiveRule<Certificate> rule) {
        Instant now = now(fact);
        Instant notAfter = Expiry.of(fact, "notAfter");
        Instant criticalFrom = notAfter != null && fact.detail().get("lifetimeDays") instanceof Number days
                ? ExpiryJudge.criticalFrom(notAfter, lifetime(days), rule.settings())
                : null;
        Signal signal = ExpiryJudge.judge(fact.value(), criticalFrom, now, rule);
        Subject subject = Subject.of(BuiltInRule.CERTIFICATE_EXPIRING, fact.vendorId(), fact.key());
        return Evidence.of(
                rule,
                subject,
                Evidence.Kind.STATE,
                fact.knownAt(),
                signal,
                () -> facts(fact, notAfter, criticalFrom, now));
    }

    /** What is only assumed may become known in the future. */
    private Instant now(Fact fact) {
        Instant now = clock.instant();
        return fact.knownAt().isAfter(now) ? fact.knownAt() : now;
    }

    private static Map<String, Object> facts(
            Fact fact, @Nullable Instant notAfter, @Nullable Instant criticalFrom, Instant now) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("host", Circumstances.oneLine(String.valueOf(fact.detail().getOrDefault("host", fact.key()))));
        facts.put("issuer", Circumstances.oneLine(String.valueOf(fact.detail().getOrDefault("issuer", "unknown"))));
        facts.put("source", fact.source());
        facts.put("check", String.valueOf(fact.value()));
        facts.putAll(Expiry.facts(notAfter, now));
        if (criticalFrom != null) {
            facts.put("criticalAt", criticalFrom.toString());
        }
        return facts;
    }

    private static Duration lifetime(Number days) {
        return Duration.ofSeconds(Math.round(days.doubleValue() * 24 * 3600));
    }
}
