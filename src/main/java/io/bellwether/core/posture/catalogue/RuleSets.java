package io.bellwether.core.posture.catalogue;

import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.RuleSet;
import io.bellwether.core.posture.certificates.CertificateRules;
import io.bellwether.core.posture.registration.RegistrationRules;
import io.bellwether.core.posture.tls.HandshakeRules;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every published rule set: those that judge evidence, and those whose checks a probe answers itself. */
public final class RuleSets {

    private static final List<RuleSet> ANSWERED_BY_PROBES =
            List.of(HandshakeRules.SET, RegistrationRules.SET, CertificateRules.SET);

    private static final List<RuleSet> ALL = Stream.concat(
                    Assessors.all().stream().map(Assessor::ruleSet), ANSWERED_BY_PROBES.stream())
            .toList();

    private static final Map<Category, Set<String>> EXPECTED = expected();

    private RuleSets() {}

    public static List<RuleSet> all() {
        return ALL;
    }

    public static Optional<RuleSet> find(String id) {
        return ALL.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    /**
     * A check by its id.
     *
     * @param ruleSetId which version of it; null, or one this version does not know, for the usual one
     */
    public static Optional<CheckRule> check(@Nullable String ruleSetId, String checkId) {
        Stream<RuleSet> named = ALL.stream().filter(set -> set.id().equals(ruleSetId));
        return Stream.concat(named, ALL.stream())
                .flatMap(set -> set.check(checkId).stream())
                .findFirst();
    }

    /** The checks that can take points: those every vendor should have an answer to. */
    public static Set<String> expected(Category category) {
        return EXPECTED.getOrDefault(category, Set.of());
    }

    private static Map<Category, Set<String>> expected() {
        Map<Category, Set<String>> expected = new EnumMap<>(Category.class);
        usual().flatMap(set -> set.checks().stream())
                .filter(check -> check.codes().stream().anyMatch(code -> code.points() > 0))
                .forEach(check -> expected.computeIfAbsent(check.category(), _ -> new LinkedHashSet<>())
                        .add(check.id()));
        return expected;
    }

    private static Stream<RuleSet> usual() {
        Stream<RuleSet> judging = Assessors.all().stream()
                .map(Assessor::kind)
                .distinct()
                .map(kind -> Assessors.of(kind).getFirst().ruleSet());
        return Stream.concat(judging, ANSWERED_BY_PROBES.stream());
    }
}
