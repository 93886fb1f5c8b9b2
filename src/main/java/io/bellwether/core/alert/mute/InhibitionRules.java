package io.bellwether.core.alert.mute;

import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.core.alert.mute.InhibitionRule.Reach;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The inhibitions that are built in. None of them touches an alert about security, money, certificates or contracts. */
public final class InhibitionRules {

    private static final String DOWN = "alertname=vendor-down";
    private static final String AVAILABLE = "domain=~\"uptime|latency\"";

    public static final List<InhibitionRule> BUILT_IN = List.of(
            rule(
                    "outage-explains-slowness",
                    DOWN,
                    "domain=latency",
                    Set.of(InhibitionRule.VENDOR),
                    Reach.EQUAL_LABELS,
                    "A vendor that is down is not slow as well."),
            rule(
                    "outage-explains-burn",
                    DOWN,
                    "alertname=error-budget-burn",
                    Set.of(InhibitionRule.VENDOR),
                    Reach.EQUAL_LABELS,
                    "While a vendor is down its error budget burns; the outage says so already."),
            rule(
                    "own-egress-explains-outages",
                    "{alertname=own-egress, severity=critical}",
                    "{" + AVAILABLE + ", alertname!=own-egress}",
                    Set.of(),
                    Reach.EQUAL_LABELS,
                    "When our own way out is broken, and nobody looks from elsewhere, no vendor is to blame."),
            rule(
                    "outage-explains-dependants",
                    DOWN,
                    AVAILABLE,
                    Set.of(),
                    Reach.DEPENDANTS,
                    "A vendor whose service rests on another that is down suffers from that outage."));

    private InhibitionRules() {}

    /** Whether some rule lets one alert explain another; the labels of both. */
    public static boolean explain(Map<String, String> cause, Map<String, String> effect, Dependencies dependencies) {
        return BUILT_IN.stream().anyMatch(rule -> rule.explains(cause, effect, dependencies));
    }

    private static InhibitionRule rule(
            String name, String causes, String effects, Set<String> equal, Reach reach, String explanation) {
        Inhibition inhibition = new Inhibition(MatcherText.read(causes), MatcherText.read(effects), equal);
        return new InhibitionRule(name, inhibition, reach, explanation);
    }
}
