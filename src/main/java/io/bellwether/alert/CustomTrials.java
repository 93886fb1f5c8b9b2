package io.bellwether.alert;

import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.RuleKind;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.Played;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.core.slo.Span;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Tries rules that people made, or are about to make. */
@Singleton
class CustomTrials {

    private static final String RULE = "/rule";

    private final CustomRules rules;
    private final RuleParser parser;
    private final RuleCheck check;
    private final RuleTargets targets;
    private final RuleReadings readings;

    CustomTrials(CustomRules rules, RuleParser parser, RuleCheck check, RuleTargets targets, RuleReadings readings) {
        this.rules = rules;
        this.parser = parser;
        this.check = check;
        this.targets = targets;
        this.readings = readings;
    }

    /** @throws Problem 404 */
    Trial of(UUID rule, Instant now, Duration back) {
        return of(rules.require(rule), now, back);
    }

    /** @throws Problem 400 naming each wrong field */
    Trial of(NewAlertRule draft, Instant now, Duration back) {
        RuleKind kind = AlertRules.kind(draft.kind(), RULE + "/kind");
        CustomSettings settings = parser.settings(kind, draft.settings(), RULE);
        check.check(kind, settings, draft.selectionOrAll(), draft.boundsOrNone(), RULE);
        return of(CustomRule.draft(draft.severityOrUsual(), settings, draft.selectionOrAll()), now, back);
    }

    private Trial of(CustomRule rule, Instant now, Duration back) {
        Detector detector = rule.settings().detector();
        Instant to = Replay.floor(detector.step(), now);
        Span period = new Span(to.minus(back), to);
        List<Target> watched = targets.of(rule.selection(), detector.ofVendor());
        return new Trial(watched, period, detector.step(), target -> played(rule, target, period));
    }

    private List<Played> played(CustomRule rule, Target target, Span period) {
        Detector detector = rule.detector(target.vendorId());
        List<Played> played = new ArrayList<>();
        readings.each(
                List.of(target),
                List.of(all(detector, target, period)),
                detector.step(),
                (_, history) -> played.addAll(Replay.of(detector, rule.severity(), history, period)));
        return played;
    }

    /** From what the first verdict needs to the end. */
    private static Span all(Detector detector, Target target, Span period) {
        Instant first = detector.needs(period.from(), target.every()).stream()
                .map(Span::from)
                .min(Comparator.naturalOrder())
                .orElse(period.from());
        return new Span(first, period.to());
    }
}
