package io.bellwether.alert;

import io.bellwether.alert.RulePreview.PreviewedEpisode;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.Noise;
import io.bellwether.core.alert.rule.Played;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Plays the stored history to a rule, one probe or vendor after the other, so that memory holds one of them at a time. */
@Singleton
public class RulePreviews {

    private static final int AT_ONCE = 2;
    private static final int MOST_VERDICTS = 2_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final AlertRules rules;
    private final CustomTrials custom;
    private final OutageTrials outages;
    private final AlertReads reads;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    private record Told(Target target, Played played) {}

    RulePreviews(AlertRules rules, CustomTrials custom, OutageTrials outages, AlertReads reads, Clock clock) {
        this.rules = rules;
        this.custom = custom;
        this.outages = outages;
        this.reads = reads;
        this.clock = clock;
    }

    /** @throws Problem 400 naming each wrong field, 404 when there is no such rule, or 429 while others try theirs */
    public RulePreview of(RulePreviewRequest request) {
        if (!free.tryAcquire()) {
            throw Problem.of(429, "Too many requests", "Other rules are being tried on the past; try again soon.");
        }
        try {
            return tried(trial(request));
        } finally {
            free.release();
        }
    }

    /** Whether the past of this rule can be told. */
    public static boolean canTry(AlertRule rule) {
        return !rule.builtIn() || rule.kind().equals(BuiltInRule.VENDOR_DOWN.ruleName());
    }

    private Trial trial(RulePreviewRequest request) {
        Instant now = clock.instant();
        Duration back =
                Detector.DAY.multipliedBy(Objects.requireNonNullElse(request.days(), RulePreviewRequest.USUAL_DAYS));
        UUID id = request.ruleId();
        NewAlertRule draft = request.rule();
        if (id != null && draft == null) {
            return narrowed(existing(rules.require(id), now, back), request.vendor());
        }
        if (id == null && draft != null) {
            return narrowed(custom.of(draft, now, back), request.vendor());
        }
        throw Problem.invalid("/ruleId", "Give either ruleId or rule.");
    }

    private Trial existing(AlertRule rule, Instant now, Duration back) {
        if (!rule.builtIn()) {
            return custom.of(rule.id(), now, back);
        }
        if (!canTry(rule)) {
            throw Problem.invalid(
                    "/ruleId",
                    "Of the built-in rules only vendor-down can be tried on the past, not " + rule.name() + ".");
        }
        return outages.of(rule, now, back);
    }

    private Trial narrowed(Trial trial, @Nullable String vendor) {
        if (vendor == null) {
            return trial;
        }
        if (!reads.vendorExists(vendor)) {
            throw Problem.invalid("/vendor", "There is no vendor '" + vendor + "'.");
        }
        List<Target> watched = trial.watched().stream()
                .filter(target -> target.vendor().equals(vendor))
                .toList();
        return new Trial(watched, trial.period(), trial.every(), trial.play());
    }

    private RulePreview tried(Trial trial) {
        if (trial.verdicts() > MOST_VERDICTS) {
            throw Problem.invalid(
                    "/days",
                    "That would be " + trial.verdicts() + " verdicts for "
                            + trial.watched().size() + " probes or vendors, and " + MOST_VERDICTS
                            + " are possible; take fewer days, a longer window or one vendor.");
        }
        Instant deadline = clock.instant().plus(LONGEST);
        List<Told> told = new ArrayList<>();
        int judged = 0;
        for (Target target : trial.watched()) {
            if (clock.instant().isAfter(deadline)) {
                break;
            }
            trial.play().apply(target).forEach(played -> told.add(new Told(target, played)));
            judged++;
        }
        return preview(trial, told, judged);
    }

    private static RulePreview preview(Trial trial, List<Told> told, int judged) {
        Noise noise = Noise.of(told.stream().map(Told::played).toList(), judged, trial.period());
        return new RulePreview(
                trial.period().from(),
                trial.period().to(),
                trial.watched().size(),
                judged,
                noise.episodes(),
                noise.brief(),
                noise.minutes(),
                noise.warnings(),
                newest(told, trial.period().to()));
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
