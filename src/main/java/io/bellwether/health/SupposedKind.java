package io.bellwether.health;

import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.RuleSet;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.core.score.RegisterWeight;
import io.bellwether.core.score.RegisterWeights;
import io.bellwether.core.score.SecurityScore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be assumed, by its signal. */
enum SupposedKind {
    /** The vendor is down at the time that is judged. */
    OUTAGE(Set.of("since", "minutes")),
    /** It answers slower than usual. */
    SLOWNESS(Set.of("factor")),
    /** Something that was filed, or a breach. */
    EVENT(Set.of("occurredAt")),
    /** What people tell of its finances, or what is seen of them from outside. */
    TOLD(Set.of("occurredAt", "amount")),
    /** What a register of companies says. */
    REGISTER(Set.of("value", "since")),
    /** Its certificate runs out, or a check of it says something. */
    CERTIFICATE(Set.of("value", "since", "expiresAt")),
    /** What a check of its security says. */
    CHECK(Set.of("value", "since"));

    static final String CERTIFICATE_EXPIRY = "tls-certificate-expiry";
    static final String CYBER_INCIDENT = "filing-8k-1.05";

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<String> fields;

    SupposedKind(Set<String> fields) {
        this.fields = fields;
    }

    /** What can be said of it beside the signal. */
    Set<String> fields() {
        return fields;
    }

    static Optional<SupposedKind> of(String signal) {
        if (signal.equals("outage")) {
            return Optional.of(OUTAGE);
        }
        if (signal.equals("slower-than-usual")) {
            return Optional.of(SLOWNESS);
        }
        if (signal.equals(CERTIFICATE_EXPIRY)) {
            return Optional.of(CERTIFICATE);
        }
        if (FilingWeights.knows(signal) || signal.equals(SecurityScore.BREACH)) {
            return Optional.of(EVENT);
        }
        if (FactWeights.of(signal) != null) {
            return Optional.of(TOLD);
        }
        if (RegisterWeights.all().stream().anyMatch(weight -> weight.signal().equals(signal))) {
            return Optional.of(REGISTER);
        }
        return checks().anyMatch(check -> check.id().equals(signal)) ? Optional.of(CHECK) : Optional.empty();
    }

    /** Every signal that can be assumed. */
    static List<String> signals() {
        return Stream.of(
                        Stream.of("outage", "slower-than-usual", SecurityScore.BREACH),
                        FilingWeights.all().stream().map(FilingWeight::signal),
                        FactWeights.all().stream().map(FactWeight::signal),
                        RegisterWeights.all().stream().map(RegisterWeight::signal),
                        checks().map(CheckRule::id))
                .flatMap(signals -> signals)
                .distinct()
                .toList();
    }

    /** What a register that says it, or a check, can say. */
    static Set<String> values(String signal) {
        Stream<String> registers = RegisterWeights.all().stream()
                .filter(weight -> weight.signal().equals(signal))
                .map(RegisterWeight::value);
        Stream<String> outcomes = RuleSets.check(null, signal).stream()
                .flatMap(check -> check.codes().stream())
                .map(code -> code.outcome().name());
        return Stream.concat(registers, outcomes).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<CheckRule> checks() {
        return RuleSets.all().stream()
                .map(RuleSet::checks)
                .flatMap(List::stream)
                .filter(check -> !check.codes().isEmpty());
    }
}
