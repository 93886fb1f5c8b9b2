package io.bellwether.alert;

import io.bellwether.alert.RuleSettings.Outage;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.rule.Played;
import io.bellwether.core.alert.rule.Replay;
import io.bellwether.core.slo.Run;
import io.bellwether.core.slo.Span;
import io.bellwether.history.RunQuery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tries {@code vendor-down}, which judges each observation, on the runs that the stored observations make. */
@Singleton
class OutageTrials {

    private final RuleTargets targets;
    private final RunQuery runs;
    private final RuleBook book;

    OutageTrials(RuleTargets targets, RunQuery runs, RuleBook book) {
        this.targets = targets;
        this.runs = runs;
        this.book = book;
    }

    Trial of(AlertRule rule, Instant now, Duration back) {
        ActiveRule<Outage> active =
                book.configured(BuiltInRule.VENDOR_DOWN, rule).as(Outage.class);
        Span period = new Span(now.minus(back), now);
        return new Trial(
                targets.of(Selection.ALL, false),
                period,
                Duration.ZERO,
                target -> played(active.of(target.vendorId()), target, period));
    }

    private List<Played> played(ActiveRule<Outage> rule, Target target, Span period) {
        List<Run> found =
                runs.of(List.of(target.probe()), period.from(), period.to()).getOrDefault(target.probe(), List.of());
        Policy policy = rule.settings().policy();
        return Replay.of(policy, found.stream().flatMap(run -> evidence(run, rule)));
    }

    private static Stream<Replay.Piece> evidence(Run run, ActiveRule<Outage> rule) {
        Outcome outcome = switch (run.state()) {
            case GOOD -> Outcome.UP;
            case DOWN -> Outcome.DOWN;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
        return Stream.iterate(run.first(), at -> at.isBefore(run.end()), at -> at.plus(run.every()))
                .map(at -> new Replay.Piece(at, OutageJudge.judge(outcome, rule)));
    }
}
