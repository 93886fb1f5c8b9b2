package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Phases;
import io.bellwether.probe.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one trial came to, on both sides, over some runs in turn. */
final class Comparison {

    private static final int RUNS = 5;
    /** A busy machine takes more runs, over a longer time, until the medians say something. */
    private static final int MOST_RUNS = 40;

    private static final int PAUSE_MILLIS = 50;

    private static final double TOLERANCE_MILLIS = 5;
    private static final double TOLERANCE_SHARE = 0.2;

    private record Phase(String name, String theirName, Function<Phases, @Nullable Double> ours) {}

    private static final List<Phase> PHASES = List.of(
            new Phase("connect", "connect", Phases::connect),
            new Phase("tls", "tls", Phases::tls),
            new Phase("first byte", "processing", Phases::firstByte),
            new Phase("transfer", "transfer", Phases::transfer));

    private final Trial trial;
    private final List<Verdict> ours = new ArrayList<>();
    private final List<Blackbox.Answer> theirs = new ArrayList<>();

    private Comparison(Trial trial) {
        this.trial = trial;
    }

    static Comparison of(Trial trial, HttpLab lab, Blackbox blackbox) throws InterruptedException {
        Comparison comparison = new Comparison(trial);
        comparison.run(lab, blackbox);
        while (comparison.wantsMore()) {
            Stage.pause(comparison.ours.size() < RUNS ? 0 : PAUSE_MILLIS);
            comparison.run(lab, blackbox);
        }
        return comparison;
    }

    static void once(Trial trial, HttpLab lab, Blackbox blackbox) {
        new Comparison(trial).run(lab, blackbox);
    }

    private void run(HttpLab lab, Blackbox blackbox) {
        ours.add(lab.run(HttpLab.settings(trial.namesAndValues()), trial.timeout()));
        theirs.add(blackbox.probe(trial));
    }

    private boolean wantsMore() {
        if (!timed()) {
            return false;
        }
        return ours.size() < RUNS
                || (ours.size() < MOST_RUNS && apart().findAny().isPresent());
    }

    /** Whether both have a whole answer, and so phases that can be compared. */
    private boolean timed() {
        return trial.agree() && ours.getLast().detail().containsKey("status");
    }

    /** What is not as the trial says, or cannot be justified at all. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (trial.agree() == (trial.justified() != null)) {
            faults.add("A difference needs a justification, and only a difference does.");
        }
        for (Verdict verdict : ours) {
            if (verdict.outcome() != trial.outcome() || verdict.cause() != trial.cause()) {
                faults.add("We say " + verdict.outcome() + ", " + verdict.cause() + ": " + verdict.reason());
            }
        }
        for (Blackbox.Answer answer : theirs) {
            if (answer.success() != trial.success()) {
                faults.add("They say " + answer.metrics());
            }
        }
        if (faults.isEmpty() && timed()) {
            compareAnswers(faults);
            apart().map(phase -> "The phase " + phase.name() + " takes " + both(phase) + " ms.")
                    .forEach(faults::add);
        }
        return faults;
    }

    private void compareAnswers(List<String> faults) {
        Verdict verdict = ours.getLast();
        Blackbox.Answer answer = theirs.getLast();
        compare("status", verdict.detail().get("status"), answer.status(), faults);
        compare("failed by a pattern", failedByPattern(verdict), answer.failedByPattern(), faults);
        if (!Boolean.FALSE.equals(trial.settings().get("followRedirects"))) {
            compare("redirects", ((List<?>) verdict.detail().get("redirects")).size(), answer.redirects(), faults);
        }
        Object end = verdict.detail().get("certificateNotAfter");
        long ourEnd = end == null ? 0 : Instant.parse(end.toString()).getEpochSecond();
        compare("certificate's end", ourEnd, answer.certificatesEnd(), faults);
    }

    private static void compare(String what, @Nullable Object our, Object their, List<String> faults) {
        if (!Objects.equals(our, their)) {
            faults.add("The " + what + " is " + our + " here and " + their + " there.");
        }
    }

    private static boolean failedByPattern(Verdict verdict) {
        return verdict.cause() == Cause.BODY_MISMATCH || verdict.cause() == Cause.HEADER_MISMATCH;
    }

    private Stream<Phase> apart() {
        return PHASES.stream().filter(this::apart);
    }

    private boolean apart(Phase phase) {
        double their = their(phase);
        return Math.abs(our(phase) - their) > Math.max(TOLERANCE_MILLIS, TOLERANCE_SHARE * their);
    }

    private double our(Phase phase) {
        return median(ours.stream()
                .map(verdict -> Objects.requireNonNullElse(phase.ours().apply(verdict.phases()), 0.0)));
    }

    private double their(Phase phase) {
        return median(theirs.stream().map(answer -> answer.phase(phase.theirName())));
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private String both(Phase phase) {
        return String.format(Locale.ROOT, "%.1f / %.1f", our(phase), their(phase));
    }

    static String heading() {
        return row("target", "ours", "theirs", "connect", "tls", "first byte", "transfer", "runs", "");
    }

    /** For people: verdicts, medians in milliseconds as ours / theirs, number of runs, and why they differ. */
    String row() {
        List<String> cells = new ArrayList<>(List.of(trial.name(), trial.ours(), trial.theirs()));
        for (Phase phase : PHASES) {
            cells.add(timed() ? both(phase) : "");
        }
        cells.add(String.valueOf(ours.size()));
        cells.add(Objects.requireNonNullElse(trial.justified(), "same"));
        return row(cells.toArray(String[]::new));
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-51s %-26s %-6s %-11s %-11s %-13s %-13s %4s  %s", (Object[]) cells);
    }
}
