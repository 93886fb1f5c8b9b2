package io.bellwether.probe.heartbeat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.heartbeat.HeartbeatProbe.Settings;
import io.bellwether.probe.heartbeat.Ping.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the calls of a job say. A failure it told comes first, then a run that does not end, then its absence. */
final class Judgement {

    private final Settings settings;
    private final Watch watch;
    private final Schedule schedule;

    Judgement(Settings settings, Watch watch) {
        this.settings = settings;
        this.watch = watch;
        this.schedule = settings.schedule(watch.every());
    }

    Verdict verdict() {
        Optional<Ping> failed = watch.lastEnd().filter(end -> end.kind() == Kind.FAIL);
        if (failed.isPresent()) {
            return failed(failed.get());
        }
        Verdict unfinished = unfinished();
        return unfinished == null ? presence() : unfinished;
    }

    private Verdict failed(Ping end) {
        String how = end.exitCode() == null ? "" : " with exit code " + end.exitCode();
        return verdict(Outcome.DOWN, Cause.DECLARED, "The last heartbeat says that the job failed" + how + ".");
    }

    /** Null when no run lasts too long. */
    private @Nullable Verdict unfinished() {
        Duration most = settings.maxRuntime();
        Instant begun = watch.unfinished().map(Ping::at).orElse(null);
        if (most == null || begun == null || !watch.now().isAfter(begun.plus(most))) {
            return null;
        }
        if (excused(begun, begun.plus(most), most)) {
            return verdict(Outcome.UNKNOWN, Cause.AWAITED, "The job may have ended while nobody was listening.");
        }
        return verdict(
                Outcome.DOWN,
                Cause.OVERDUE,
                "The job started at " + text(begun) + " and did not end within " + most + ".");
    }

    /** A start counts too: the job is there. */
    private Verdict presence() {
        Instant last = watch.last().map(Ping::at).orElse(null);
        Instant due = schedule.next(last == null ? watch.createdAt() : last).orElse(null);
        if (due == null) {
            return verdict(Outcome.UNKNOWN, Cause.NOT_CONFIGURED, "No heartbeat is due any more; give another cron.");
        }
        Instant limit = due.plus(settings.grace());
        if (!watch.now().isAfter(limit)) {
            return last == null ? awaited("Waiting for the first heartbeat.") : present();
        }
        if (excused(due.minus(settings.grace()), limit, afterAbsence())) {
            return awaited("Waiting for the next heartbeat; one may have come while nobody was listening.");
        }
        String since = last == null ? "No heartbeat has ever come" : "No heartbeat since " + text(last);
        return verdict(
                Outcome.DOWN,
                Cause.OVERDUE,
                since + "; one was due at " + text(due) + " with a grace of " + settings.grace() + ".");
    }

    private Verdict present() {
        boolean running = watch.unfinished().isPresent();
        String reason = running ? "The job has started in time and is running." : "The heartbeat came in time.";
        return verdict(Outcome.UP, Cause.OK, reason);
    }

    private Verdict awaited(String reason) {
        return verdict(Outcome.UNKNOWN, Cause.AWAITED, reason);
    }

    /** How long after an absence of ours the next heartbeat may take to come. */
    private Duration afterAbsence() {
        Watch.Away away = watch.away();
        return away == null
                ? Duration.ZERO
                : schedule.next(away.to())
                        .map(due -> Duration.between(away.to(), due.plus(settings.grace())))
                        .orElse(Duration.ZERO);
    }

    /** Whether what should have come between two times may have come while nobody listened, and not again since. */
    private boolean excused(Instant from, Instant to, Duration again) {
        Watch.Away away = watch.away();
        return away != null
                && !away.from().isAfter(to)
                && !away.to().isBefore(from)
                && !watch.now().isAfter(away.to().plus(again));
    }

    private Verdict verdict(Outcome outcome, Cause cause, String reason) {
        return new Verdict(outcome, cause, reason, Phases.NONE, detail(), List.of());
    }

    private Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        watch.last().ifPresent(ping -> {
            detail.put("last", text(ping.at()));
            schedule.next(ping.at()).ifPresent(due -> detail.put("due", text(due)));
        });
        watch.unfinished().ifPresent(start -> detail.put("started", text(start.at())));
        watch.lastEnd().ifPresent(end -> {
            put(detail, "exitCode", end.exitCode());
            put(detail, "payload", end.payload());
        });
        return detail;
    }

    private static void put(Map<String, Object> detail, String name, @Nullable Object value) {
        if (value != null) {
            detail.put(name, value);
        }
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
