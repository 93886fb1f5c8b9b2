package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Lens;
import io.bellwether.core.alert.Severity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rules that exist from the first start. */
enum BuiltInRule {
    VENDOR_DOWN(
            "vendor-down",
            Dimension.UPTIME,
            Severity.CRITICAL,
            RuleSettings.Outage.DEFAULT,
            Set.of("fireAfter", "within", "recoverAfter"),
            "An http probe is DOWN, confirmed by its attempts."),
    VENDOR_SLOW(
            "vendor-slow",
            Dimension.LATENCY,
            Severity.WARNING,
            RuleSettings.Slowness.DEFAULT,
            Set.of("factor", "riseMs", "recoverAfter"),
            "An http probe answers much slower than its own baseline, or DEGRADED three times in a row."),
    CERTIFICATE_EXPIRING(
            "certificate-expiring",
            Dimension.SECURITY,
            Severity.WARNING,
            RuleSettings.Certificate.DEFAULT,
            Set.of("criticalBelow"),
            "A certificate runs out; CRITICAL when it has, or when little of its lifetime is left."),
    DOMAIN_EXPIRING(
            "domain-expiring",
            Dimension.SECURITY,
            Severity.WARNING,
            RuleSettings.Domain.DEFAULT,
            Set.of(),
            "The registration of a domain runs out; CRITICAL when it has, or when its probe calls it urgent."),
    POSTURE_WORSE(
            "posture-worse",
            Dimension.SECURITY,
            Severity.WARNING,
            RuleSettings.Posture.DEFAULT,
            Set.of(),
            "A security check that passed does not pass any more."),
    FILING_EVENT(
            "filing-event",
            Dimension.FINANCIAL,
            Severity.WARNING,
            RuleSettings.Filing.DEFAULT,
            Set.of("weightAtLeast"),
            "A weighty filing became known; CRITICAL for a bankruptcy or an accelerated debt."
                    + " Fires until it is acknowledged, and resolves by itself some time after that."),
    BREACH(
            "breach",
            Dimension.SECURITY,
            Severity.WARNING,
            RuleSettings.News.OF_BREACHES,
            Set.of(),
            "A verified breach of its data became public; CRITICAL when keys to accounts or payment data are among what was taken."
                    + " Fires until it is acknowledged, and resolves by itself some time after that."),
    DOMAIN_MOVED(
            "domain-moved",
            Dimension.SECURITY,
            Severity.WARNING,
            RuleSettings.DomainMove.DEFAULT,
            Set.of(),
            "A domain has another registrar, or other name servers, than before: planned, or a theft of the domain."
                    + " Fires until it is acknowledged, and resolves by itself some time after that."),
    PAGE_CHANGED(
            "page-changed",
            Dimension.SECURITY,
            Severity.INFO,
            RuleSettings.News.OF_PAGES,
            Set.of(),
            "A page that is watched says something else, such as the terms or the list of sub-processors."
                    + " Fires until it is acknowledged, and resolves by itself some time after that."),
    STATUS_PAGE_CONTRADICTS(
            "status-page-contradicts",
            Dimension.UPTIME,
            Severity.WARNING,
            RuleSettings.Contradiction.DEFAULT,
            Set.of("freshIntervals"),
            "An http probe is DOWN while the vendor's status page says that all is well."),
    ERROR_BUDGET_BURN(
            "error-budget-burn",
            Dimension.UPTIME,
            Severity.WARNING,
            RuleSettings.Budget.DEFAULT,
            Set.of("recoverAfter"),
            "The error budget of an availability objective is used too fast; CRITICAL when so fast that somebody should look"
                    + " at once."),
    VIABILITY_SLIPPING(
            "viability-slipping",
            Dimension.FINANCIAL,
            Severity.WARNING,
            RuleSettings.Viability.DEFAULT,
            Set.of("drop", "recoverAfter"),
            "The viability index slips; CRITICAL while a hard fact caps it."),
    EXTERNAL_ALERT(
            "external-alert",
            Dimension.UPTIME,
            Severity.WARNING,
            RuleSettings.External.DEFAULT,
            Set.of(),
            "Another monitoring system has pushed an alert about the vendor; its severity is that of the pushed alert."),
    OWN_EGRESS(
            "own-egress",
            Dimension.UPTIME,
            Severity.CRITICAL,
            RuleSettings.OwnEgress.DEFAULT,
            Set.of(),
            "No reference target answers a node of ours, so its own network is to blame; WARNING while nodes elsewhere still"
                    + " see. Mutes what it explains."),
    SILENCE_ENDING(
            "silence-ending",
            Dimension.UPTIME,
            Severity.INFO,
            RuleSettings.SilenceEnding.DEFAULT,
            Set.of(),
            "A silence that covers alerts which still fire ends soon: they are told then, unless somebody prolongs it.");

    private final String ruleName;
    private final Dimension dimension;
    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // Records of values all through.
    private final RuleSettings settings;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<String> numbers;

    private final String description;

    BuiltInRule(
            String ruleName,
            Dimension dimension,
            Severity severity,
            RuleSettings settings,
            Set<String> numbers,
            String description) {
        this.ruleName = ruleName;
        this.dimension = dimension;
        this.severity = severity;
        this.settings = settings;
        this.numbers = numbers;
        this.description = description;
    }

    static Optional<BuiltInRule> named(String name) {
        return Arrays.stream(values())
                .filter(rule -> rule.ruleName.equals(name))
                .findFirst();
    }

    String ruleName() {
        return ruleName;
    }

    Dimension dimension() {
        return dimension;
    }

    /** In the usual case and unless an operator decides otherwise. */
    Severity severity() {
        return severity;
    }

    /** Unless an operator decides otherwise. */
    RuleSettings settings() {
        return settings;
    }

    /** The settings that may differ from vendor to vendor. */
    Set<String> numbers() {
        return numbers;
    }

    String description() {
        return description;
    }

    /** Who can do something about it. A check of web security means nothing to a marketing owner. */
    Set<Lens> lenses() {
        return this == POSTURE_WORSE ? EnumSet.of(Lens.IT) : EnumSet.allOf(Lens.class);
    }
}
