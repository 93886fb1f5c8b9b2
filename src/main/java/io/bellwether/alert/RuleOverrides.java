package io.bellwether.alert;

import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.rule.Bound;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Lets owners set the numbers of a rule for their vendors, at once and within the bounds that IT has set on the rule. */
@ApplicationScoped
class RuleOverrides {

    private static final String SETTINGS = "/settings/";

    private final AlertRules rules;
    private final RuleOverrideStore store;
    private final RuleParser parser;
    private final RuleCheck check;
    private final BuiltInSettings builtIn;
    private final RuleBook book;
    private final VendorRegister vendors;
    private final OwnVendors own;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    RuleOverrides(
            AlertRules rules,
            RuleOverrideStore store,
            RuleParser parser,
            RuleCheck check,
            BuiltInSettings builtIn,
            RuleBook book,
            VendorRegister vendors,
            OwnVendors own,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.parser = parser;
        this.check = check;
        this.builtIn = builtIn;
        this.book = book;
        this.vendors = vendors;
        this.own = own;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 404 */
    List<RuleOverride> list(UUID rule) {
        rules.require(rule);
        return store.of(rule).stream().map(RuleOverride::of).toList();
    }

    /** @throws Problem 400 saying the bounds, 403 when the vendor is not the caller's, or 404 */
    @Transactional
    RuleOverride put(UUID id, String slug, Map<String, Double> numbers) {
        AlertRule rule = rules.require(id);
        Vendor vendor = vendors.require(slug);
        own.check(vendor);
        bounded(rule, numbers);
        Map<String, Object> before = before(id, vendor);
        StoredOverride stored = new StoredOverride(vendor.id(), slug, whole(numbers), caller.name(), clock.instant());
        judged(rule, stored);
        store.put(id, vendor.id(), stored.settings(), stored.setBy(), stored.setAt());
        record("rule.override", rule, slug, Map.of("before", before, "settings", stored.settings()));
        return RuleOverride.of(stored);
    }

    /** @throws Problem 403 when the vendor is not the caller's, or 404 when it has no numbers of its own */
    @Transactional
    void remove(UUID id, String slug) {
        AlertRule rule = rules.require(id);
        Vendor vendor = vendors.require(slug);
        own.check(vendor);
        Map<String, Object> before = before(id, vendor);
        if (!store.remove(id, vendor.id())) {
            throw Problem.notFound("override for the vendor", slug);
        }
        record("rule.override.remove", rule, slug, Map.of("before", before));
    }

    private static void bounded(AlertRule rule, Map<String, Double> numbers) {
        List<FieldError> faults = numbers.entrySet().stream()
                .flatMap(number -> fault(rule.bounds(), number.getKey(), number.getValue()).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static List<FieldError> fault(Map<String, Bound> bounds, String number, double value) {
        Bound bound = bounds.get(number);
        if (bound == null) {
            String open = bounds.isEmpty()
                    ? "none can be on this rule."
                    : "only "
                            + String.join(
                                    ", ", bounds.keySet().stream().sorted().toList()) + " can be.";
            return List.of(new FieldError(
                    SETTINGS + number, "Cannot be set for a vendor: " + open + " An operator sets the bounds."));
        }
        return bound.allows(value)
                ? List.of()
                : List.of(new FieldError(
                        SETTINGS + number,
                        "Must be " + bound.words() + ", the bounds of this rule; an operator can change them."));
    }

    /** Whether the rule can judge the vendor with these numbers. */
    private void judged(AlertRule rule, StoredOverride numbers) {
        Map<String, Object> merged = numbers.over(rule.settings());
        if (rule.builtIn()) {
            builtIn.parse(BuiltInRule.named(rule.kind()).orElseThrow(), merged);
            return;
        }
        CustomSettings settings = parser.settings(AlertRules.kind(rule.kind(), "/kind"), merged, "");
        Selection only = new Selection(
                List.of(numbers.vendor()), null, null, rule.selection().kinds());
        check.refusal(settings, only).ifPresent(fault -> {
            throw Problem.invalid("/settings/minimumBad", fault);
        });
    }

    private Map<String, Object> before(UUID rule, Vendor vendor) {
        return store.of(rule).stream()
                .filter(override -> override.vendorId().equals(vendor.id()))
                .findFirst()
                .map(StoredOverride::settings)
                .orElse(Map.of());
    }

    private void record(String action, AlertRule rule, String vendor, Map<String, Object> detail) {
        Map<String, Object> all = new HashMap<>(detail);
        all.put("vendor", vendor);
        audit.record(action, "rule/" + rule.name(), all);
        book.forget();
    }

    /** 3 and not 3.0, so that settings that are whole numbers take it. */
    private static Map<String, Object> whole(Map<String, Double> numbers) {
        Map<String, Object> whole = new HashMap<>();
        numbers.forEach((name, value) -> {
            boolean isWhole = value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE;
            whole.put(name, isWhole ? (Object) value.intValue() : value);
        });
        return whole;
    }
}
