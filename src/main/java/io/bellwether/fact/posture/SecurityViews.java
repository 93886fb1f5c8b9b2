package io.bellwether.fact.posture;

import io.bellwether.core.Dimension;
import io.bellwether.core.posture.Assessment;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.fact.Suppression;
import io.bellwether.fact.Suppressions;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Gathers the evidence behind a vendor's security score. */
@Singleton
public class SecurityViews {

    /** The letters of all rule sets; a certificate nobody trusts is worse than any weakness. */
    private static final List<String> GRADES =
            List.of("T", "M", "F", "E", "D-", "D", "D+", "C-", "C", "C+", "B-", "B", "B+", "A-", "A", "A+");

    private static final Comparator<TargetView> WORST_FIRST = Comparator.<TargetView>comparingInt(
                    target -> target.grade() == null ? GRADES.size() : GRADES.indexOf(target.grade()))
            .thenComparing(TargetView::score, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Facts facts;
    private final EvidenceTable table;
    private final RuleSetChoice rules;
    private final Suppressions suppressions;
    private final Clock clock;

    SecurityViews(Facts facts, EvidenceTable table, RuleSetChoice rules, Suppressions suppressions, Clock clock) {
        this.facts = facts;
        this.table = table;
        this.rules = rules;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    public SecurityView of(Vendor vendor) {
        List<Fact> known = facts.current(vendor.id(), Dimension.SECURITY);
        List<TargetView> targets = targets(vendor, known);
        return new SecurityView(
                vendor.slug(),
                known.stream().map(Fact::knownAt).max(Comparator.naturalOrder()).orElse(null),
                worst(targets),
                targets,
                checks(known, suppressions.of(vendor.id(), clock.instant())),
                known.stream()
                        .filter(fact -> CheckFact.of(fact).findAny().isEmpty())
                        .flatMap(fact ->
                                Stream.ofNullable(fact.value()).map(value -> SecurityView.Stated.of(fact, value)))
                        .toList(),
                known.stream()
                        .filter(fact -> fact.value() == null)
                        .map(SecurityView.Event::of)
                        .toList());
    }

    private static List<CheckView> checks(List<Fact> known, List<Suppression> suppressions) {
        return known.stream()
                .flatMap(CheckFact::of)
                .map(check -> CheckView.of(check, check.suppression(suppressions)))
                .sorted(Comparator.comparingDouble(CheckView::points)
                        .reversed()
                        .thenComparing(CheckView::checkId)
                        .thenComparing(CheckView::target))
                .toList();
    }

    /** Those whose checks hold: when a probe is removed, so is what it looked at. */
    private List<TargetView> targets(Vendor vendor, List<Fact> known) {
        return table.latest(vendor.id()).stream()
                .filter(look -> known.stream().anyMatch(fact -> fact.key().startsWith(look.prefix())))
                .map(look -> view(vendor, look))
                .toList();
    }

    private TargetView view(Vendor vendor, Look look) {
        Assessment assessment = rules.assess(look.evidence().at(look.lastSeenAt()));
        return TargetView.of(look.kind(), assessment, SecurityResource.path(vendor.slug(), look.id()));
    }

    private static List<TargetView> worst(Collection<TargetView> targets) {
        Map<String, TargetView> worst = new LinkedHashMap<>();
        targets.stream().sorted(WORST_FIRST).forEach(target -> worst.putIfAbsent(target.kind(), target));
        return List.copyOf(worst.values());
    }
}
