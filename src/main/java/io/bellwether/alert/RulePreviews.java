package io.bellwether.alert;

import io.bellwether.alert.RulePreview.PreviewedEpisode;
import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.RuleKind;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.History;
import io.bellwether.core.alert.rule.Noise;
import io.bellwether.core.alert.rule.Played;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.core.slo.Span;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plays the stored history to a rule, one probe or vendor after the other, so that memory holds one of them at a time. */
@Singleton
class RulePreviews {

    private static final int MOST_VERDICTS = 2_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String RULE = "/rule";

    private final CustomRules rules;
    private final RuleParser parser;
    private final RuleCheck check;
    private final RuleTargets targets;
    private final RuleReadings readings;
    private final AlertReads reads;
    private final Clock clock;

    private record Told(Target target, Played played) {}

    RulePreviews(
            CustomRules rules,
            RuleParser parser,
            RuleCheck check,
            RuleTargets targets,
            RuleReadings readings,
            AlertReads reads,
            Clock clock) {
        this.rules = rules;
        this.parser = parser;
        this.check = check;
        this.targets = targets;
        this.readings = readings;
        this.reads = reads;
        this.clock = clock;
    }

    /** @throws Problem 400 naming each wrong field, or 404 when there is no such rule */
    RulePreview of(RulePreviewRequest request) {
        CustomRule rule = rule(request);
        Detector detector = rule.settings().detector();
        Instant now = clock.instant();
        Instant to = Replay.floor(detector.step(), now);
        int days = Objects.requireNonNullElse(request.days(), RulePreviewRequest.USUAL_DAYS);
        Span period = new Span(to.minus(Detector.DAY.multipliedBy(days)), to);
        List<Target> watched = watched(rule, request.vendor());
        bound(watched.size(), period, detector.step());
        return played(rule, watched, period, now.plus(LONGEST));
    }

    private RulePreview played(CustomRule rule, List<Target> watched, Span period, Instant deadline) {
        List<Told> told = new ArrayList<>();
        int judged = 0;
        for (Target target : watched) {
            if (clock.instant().isAfter(deadline)) {
                break;
            }
            Detector detector = rule.detector(target.vendorId());
            Replay.of(detector, rule.severity(), history(detector, target, period), period)
                    .forEach(played -> told.add(new Told(target, played)));
            judged++;
        }
        Noise noise = Noise.of(told.stream().map(Told::played).toList(), judged, period);
        return new RulePreview(
                period.from(),
                period.to(),
                watched.size(),
                judged,
                noise.episodes(),
                noise.brief(),
                noise.minutes(),
                noise.warnings(),
                newest(told, period.to()));
    }

    /** Everything from what the first verdict needs to the end. */
    private History history(Detector detector, Target target, Span period) {
        Instant first = detector.needs(period.from(), target.every()).stream()
                .map(Span::from)
                .min(Comparator.naturalOrder())
                .orElse(period.from());
        Span all = new Span(first, period.to());
        return Objects.requireNonNull(
                readings.of(List.of(target), List.of(all), detector.step()).get(target));
    }

    private CustomRule rule(RulePreviewRequest request) {
        if ((request.ruleId() == null) == (request.rule() == null)) {
            throw Problem.invalid("/ruleId", "Give either ruleId or rule.");
        }
        return request.rule() == null
                ? rules.require(Objects.requireNonNull(request.ruleId()))
                : drafted(request.rule());
    }

    private CustomRule drafted(NewAlertRule draft) {
        RuleKind kind = AlertRules.kind(draft.kind(), RULE + "/kind");
        CustomSettings settings = parser.settings(kind, draft.settings(), RULE);
        check.check(kind, settings, draft.selectionOrAll(), draft.boundsOrNone(), RULE);
        return CustomRule.draft(draft.severityOrUsual(), settings, draft.selectionOrAll());
    }

    private List<Target> watched(CustomRule rule, @Nullable String vendor) {
        if (vendor != null && !reads.vendorExists(vendor)) {
            throw Problem.invalid("/vendor", "There is no vendor '" + vendor + "'.");
        }
        return targets.of(rule.selection(), rule.settings().detector().ofVendor()).stream()
                .filter(target -> vendor == null || target.vendor().equals(vendor))
                .toList();
    }

    private static void bound(int subjects, Span period, Duration step) {
        long verdicts = subjects * period.length().dividedBy(step);
        if (verdicts > MOST_VERDICTS) {
            throw Problem.invalid(
                    "/days",
                    "That would be " + verdicts + " verdicts for " + subjects + " probes or vendors, and "
                            + MOST_VERDICTS + " are possible; take fewer days, a longer window or one vendor.");
        }
    }

    private static List<PreviewedEpisode> newest(List<Told> told, Instant to) {
        return told.stream()
                .sorted(Comparator.comparing((Told one) -> one.played().firedAt())
                        .reversed())
                .limit(RulePreview.MOST_EPISODES)
                .map(one -> episode(one.target(), one.played(), to))
                .toList();
    }

    private static PreviewedEpisode episode(Target target, Played played, Instant to) {
        return new PreviewedEpisode(
                target.vendor(),
                target.probeId(),
                target.probeId() == null ? null : target.probeName(),
                played.severity(),
                played.startedAt(),
                played.firedAt(),
                played.resolvedAt(),
                played.length(to).toMinutes());
    }
}
