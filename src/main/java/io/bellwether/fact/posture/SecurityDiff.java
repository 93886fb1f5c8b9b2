package io.bellwether.fact.posture;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.catalogue.Assessors;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is different between two times: what the vendor changed, and what only the rules changed. */
@Singleton
class SecurityDiff {

    /** Who made a difference. */
    public enum Origin {
        /** The same rules see something else. */
        VENDOR,
        /** Other rules see the same differently. */
        RULES
    }

    /** @param changes by target and check; what is unknown at one of the times is no change */
    public record Difference(Instant from, Instant to, List<Change> changes) {}

    /** @param ruleSet the one that says so: for the vendor's changes the one that counted at the end */
    public record Change(
            String kind, String target, String checkId, Origin origin, String ruleSet, Said before, Said after) {}

    public record Said(CheckOutcome outcome, String resultCode, int modifier, double points) {

        static Said of(CheckResult result) {
            return new Said(result.outcome(), result.resultCode(), result.modifier(), result.points());
        }
    }

    private final EvidenceTable table;
    private final Adoptions adoptions;
    private final RuleSetChoice rules;

    SecurityDiff(EvidenceTable table, Adoptions adoptions, RuleSetChoice rules) {
        this.table = table;
        this.adoptions = adoptions;
        this.rules = rules;
    }

    Difference of(Vendor vendor, Instant from, Instant to) {
        List<Adoptions.Adoption> adopted = adoptions.all();
        Map<String, Look> last =
                table.begun(vendor.id(), to).stream().collect(Collectors.toMap(Look::prefix, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (Look first : table.begun(vendor.id(), from)) {
            changes.addAll(changes(first, last.getOrDefault(first.prefix(), first), adopted, from, to));
        }
        return new Difference(from, to, List.copyOf(changes));
    }

    private List<Change> changes(Look first, Look last, List<Adoptions.Adoption> adopted, Instant from, Instant to) {
        String kind = last.kind();
        Assessor<?> then = counted(kind, adopted, from);
        Assessor<?> now = counted(kind, adopted, to);
        Assessment before = judged(then, first, from);
        Assessment rejudged = judged(now, first, from);
        Assessment after = judged(now, last, to);
        List<Change> changes = new ArrayList<>(changes(kind, Origin.RULES, before, rejudged));
        changes.addAll(changes(kind, Origin.VENDOR, rejudged, after));
        return changes;
    }

    private static Assessment judged(Assessor<?> assessor, Look look, Instant time) {
        Instant seen = look.lastSeenAt().isBefore(time) ? look.lastSeenAt() : time;
        return RuleSetChoice.assess(assessor, look.evidence().at(seen));
    }

    private static List<Change> changes(String kind, Origin origin, Assessment before, Assessment after) {
        Map<String, CheckResult> earlier =
                before.results().stream().collect(Collectors.toMap(CheckResult::checkId, Function.identity()));
        List<Change> changes = new ArrayList<>();
        for (CheckResult result : after.results()) {
            CheckResult then = earlier.get(result.checkId());
            if (then != null && differs(then, result)) {
                changes.add(new Change(
                        kind,
                        after.target(),
                        result.checkId(),
                        origin,
                        after.ruleSet(),
                        Said.of(then),
                        Said.of(result)));
            }
        }
        return changes;
    }

    private static boolean differs(CheckResult before, CheckResult after) {
        return before.outcome().known()
                && after.outcome().known()
                && !before.resultCode().equals(after.resultCode());
    }

    private Assessor<?> counted(String kind, List<Adoptions.Adoption> adopted, Instant time) {
        List<Adoptions.Adoption> ofKind =
                adopted.stream().filter(one -> one.kind().equals(kind)).toList();
        return ofKind.stream()
                .filter(one -> !one.adoptedAt().isAfter(time))
                .reduce((_, later) -> later)
                .or(() -> ofKind.stream().findFirst())
                .flatMap(one -> Assessors.find(one.ruleSet()))
                .orElseGet(() -> rules.assessor(kind));
    }
}
