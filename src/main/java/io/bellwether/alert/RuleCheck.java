package io.bellwether.alert;

import io.bellwether.alert.rule.BurnRateSettings;
import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.RuleKind;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.rule.Bound;
import io.bellwether.core.alert.rule.Burn;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What is wrong with a rule that can only be said by looking at the register. */
@Singleton
class RuleCheck {

    /** An interval to judge a rule by that watches nothing yet. */
    private static final Target USUAL = new Target(new UUID(0, 0), "", null, "", Duration.ofMinutes(1), Instant.EPOCH);

    private final AlertReads reads;
    private final RuleTargets targets;
    private final RuleOverrideStore overrides;

    RuleCheck(AlertReads reads, RuleTargets targets, RuleOverrideStore overrides) {
        this.reads = reads;
        this.targets = targets;
        this.overrides = overrides;
    }

    /** @throws Problem 400 naming each wrong field */
    void check(RuleKind kind, CustomSettings settings, Selection selection, Map<String, Bound> bounds, String base) {
        List<FieldError> faults = new ArrayList<>();
        List<String> vendors = selection.vendors() == null ? List.of() : selection.vendors();
        for (int position = 0; position < vendors.size(); position++) {
            if (!reads.vendorExists(vendors.get(position))) {
                faults.add(new FieldError(
                        base + "/selection/vendors/" + position,
                        "There is no vendor '" + vendors.get(position) + "'."));
            }
        }
        if (settings.detector().ofVendor()
                && selection.kinds() != null
                && !selection.kinds().isEmpty()) {
            faults.add(new FieldError(
                    base + "/selection/kinds", "Scores are of vendors and not of probes; leave it out."));
        }
        faults.addAll(faults(kind.numbers(), bounds, base));
        if (faults.isEmpty()) {
            refusal(settings, selection)
                    .ifPresent(fault -> faults.add(new FieldError(base + "/settings/minimumBad", fault)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /**
     * What is wrong with the bounds.
     *
     * @param numbers the settings that may differ from vendor to vendor
     */
    static List<FieldError> faults(Set<String> numbers, Map<String, Bound> bounds, String base) {
        return bounds.entrySet().stream()
                .flatMap(bound -> fault(numbers, bound.getKey(), bound.getValue())
                        .map(fault -> new FieldError(base + "/bounds/" + bound.getKey(), fault))
                        .stream())
                .toList();
    }

    /**
     * @param parser refuses settings that the rule cannot have
     * @throws Problem 409 when a vendor has numbers of its own that would not fit the rule any more
     */
    void checkOverrides(
            UUID rule, Map<String, Object> settings, Map<String, Bound> bounds, Consumer<Map<String, Object>> parser) {
        List<String> misfits = overrides.of(rule).stream()
                .filter(override -> !fits(override, settings, bounds, parser))
                .map(StoredOverride::vendor)
                .toList();
        if (!misfits.isEmpty()) {
            throw Problem.conflict(
                    "/bounds",
                    "The numbers that these vendors have of their own would not fit any more: "
                            + String.join(", ", misfits) + ". Change or remove them first.");
        }
    }

    private static boolean fits(
            StoredOverride override,
            Map<String, Object> settings,
            Map<String, Bound> bounds,
            Consumer<Map<String, Object>> parser) {
        boolean within = override.settings().entrySet().stream()
                .allMatch(number -> bounds.containsKey(number.getKey())
                        && number.getValue() instanceof Number value
                        && bounds.get(number.getKey()).allows(value.doubleValue()));
        try {
            parser.accept(override.over(settings));
            return within;
        } catch (Problem _) {
            return false;
        }
    }

    /** Why a burn rate would fire by chance, or never, for one of the probes it watches. */
    Optional<String> refusal(CustomSettings settings, Selection selection) {
        if (!(settings instanceof BurnRateSettings burning)) {
            return Optional.empty();
        }
        Burn burn = burning.detector();
        List<Target> watched = targets.of(selection, false);
        return (watched.isEmpty() ? List.of(USUAL) : watched)
                .stream().flatMap(target -> refusal(burn, target).stream()).findFirst();
    }

    private static Optional<String> refusal(Burn burn, Target target) {
        String refusal = burn.rule().refusal(burn.objective(), target.every());
        if (refusal == null) {
            return Optional.empty();
        }
        long trip = burn.rule().tripCount(burn.objective(), target.every());
        String where = target.vendor().isEmpty()
                ? "A probe that looks every " + target.every()
                : "The probe '" + target.probeName() + "' of " + target.vendor() + ", every " + target.every();
        return Optional.of(refusal + " (" + where + ": trip count " + trip + ".)");
    }

    private static Optional<String> fault(Set<String> numbers, String number, Bound bound) {
        if (numbers.isEmpty()) {
            return Optional.of("This kind has no numbers that may differ from vendor to vendor.");
        }
        if (!numbers.contains(number)) {
            return Optional.of("No number of this kind; there are "
                    + String.join(", ", numbers.stream().sorted().toList()) + ".");
        }
        return bound.possible() ? Optional.empty() : Optional.of("min must not be more than max.");
    }
}
