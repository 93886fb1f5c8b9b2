package io.bellwether.core.score;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.catalogue.RuleSets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a vendor's posture is known. Each part weighs as much as it can harm: what a vendor publishes about itself is
 * no part of it, because nobody has to. A check whose latest look could not tell counts half.
 */
final class SecurityCoverage {

    /** Always in the same order: a sum of fractions depends on it. */
    static final Map<Category, Double> WEIGHTS = Collections.unmodifiableMap(
            new EnumMap<>(Map.of(Category.WEB, 0.35, Category.TLS, 0.35, Category.MAIL, 0.2, Category.DNS, 0.1)));

    private static final double DOUBTFUL = 0.5;

    private SecurityCoverage() {}

    /** @param known checks that said something lately; of several with one signal the best known counts */
    static double of(List<SecurityCheck> known) {
        Map<Category, Map<String, Double>> answered = new EnumMap<>(Category.class);
        known.forEach(check -> answered.computeIfAbsent(check.category(), _ -> new HashMap<>())
                .merge(check.signal(), check.doubtful() ? DOUBTFUL : 1, Math::max));
        return WEIGHTS.entrySet().stream()
                .mapToDouble(weight -> weight.getValue()
                        * share(RuleSets.expected(weight.getKey()), answered.getOrDefault(weight.getKey(), Map.of())))
                .sum();
    }

    private static double share(Set<String> expected, Map<String, Double> answered) {
        return expected.stream()
                .mapToDouble(signal -> answered.getOrDefault(signal, 0.0))
                .average()
                .orElse(0);
    }
}
