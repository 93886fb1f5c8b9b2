package io.bellwether.fact.posture;

import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.catalogue.Assessors;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which rule set counts for each kind of evidence. */
@Singleton
public class RuleSetChoice {

    private final Map<String, Assessor<?>> byKind = new HashMap<>();

    /**
     * @param chosen ids of rule sets that count instead of the usual ones
     * @throws IllegalArgumentException when there is no such rule set
     */
    RuleSetChoice(@ConfigProperty(name = "bellwether.posture.rule-sets") Optional<List<String>> chosen) {
        Assessors.all().forEach(assessor -> byKind.putIfAbsent(assessor.kind(), assessor));
        chosen.orElse(List.of()).forEach(id -> {
            Assessor<?> assessor = Assessors.find(id)
                    .orElseThrow(
                            () -> new IllegalArgumentException("bellwether.posture.rule-sets: there is no rule set '"
                                    + id + "' to choose; there are " + ids() + "."));
            byKind.put(assessor.kind(), assessor);
        });
    }

    /** What the rule set that counts says about evidence. */
    public Assessment assess(PostureEvidence evidence) {
        return assess(assessor(evidence.kind()), evidence);
    }

    Map<String, String> all() {
        return byKind.values().stream()
                .collect(Collectors.toMap(
                        Assessor::kind, assessor -> assessor.ruleSet().id()));
    }

    /** Those that count instead of the usual ones, in the order of their ids. */
    public List<String> unusual() {
        return byKind.values().stream()
                .filter(assessor ->
                        !assessor.equals(Assessors.of(assessor.kind()).getFirst()))
                .map(assessor -> assessor.ruleSet().id())
                .sorted()
                .toList();
    }

    static <E extends PostureEvidence> Assessment assess(Assessor<E> assessor, PostureEvidence evidence) {
        return assessor.assess(assessor.evidence().cast(evidence));
    }

    /** The one that counts for a kind of evidence. */
    Assessor<?> assessor(String kind) {
        Assessor<?> assessor = byKind.get(kind);
        if (assessor == null) {
            throw new IllegalArgumentException("no rule set judges evidence of kind " + kind);
        }
        return assessor;
    }

    private static String ids() {
        return Assessors.all().stream().map(assessor -> assessor.ruleSet().id()).collect(Collectors.joining(", "));
    }
}
