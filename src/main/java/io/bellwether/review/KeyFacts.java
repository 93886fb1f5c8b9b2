package io.bellwether.review;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.health.HealthPoint;
import io.bellwether.history.LatencySummary;
import io.bellwether.review.Filings.Filing;
import io.bellwether.slo.Availability;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One key fact from each chapter, and the choice of those that matter most. */
final class KeyFacts {

    private static final int SHOWN = 3;

    private static final double DOWN_MINUTES_PER_POINT = 4;
    private static final double NOT_MEASURED = 15;
    private static final double SLOWER_PERCENT_PER_POINT = 2;
    private static final double POINTS_PER_CRITICAL_ALERT = 2;

    private KeyFacts() {}

    /** Weightiest first; of equal ones in the order of the chapters. */
    static List<KeyFact> of(Material material) {
        return Stream.of(
                        availability(material),
                        latency(material),
                        security(material),
                        financial(material),
                        alerts(material),
                        index(material))
                .sorted(Comparator.comparingDouble(KeyFact::weight).reversed())
                .limit(SHOWN)
                .toList();
    }

    private static KeyFact availability(Material material) {
        Availability measured = material.availability();
        Double availability = measured.availability();
        String source = material.links().availability();
        if (availability == null) {
            return new KeyFact(
                    NOT_MEASURED,
                    new Voices("Availability was not measured.", "We did not measure whether it could be used."),
                    source);
        }
        String share = Wording.share(availability);
        int count = measured.incidents().size();
        String minutes = Wording.minutes(measured.downMinutes());
        Voices text = count == 0
                ? new Voices("Availability " + share + ", no outage.", "It could be used " + share + " of the time.")
                : new Voices(
                        "Availability %s: %s, %s down.".formatted(share, Wording.count(count, "outage"), minutes),
                        "It could be used %s of the time: %s, %s in all."
                                .formatted(share, Wording.count(count, "interruption"), minutes));
        return new KeyFact(measured.downMinutes().max() / DOWN_MINUTES_PER_POINT, text, source);
    }

    private static KeyFact latency(Material material) {
        String before = material.period().quarter().previous().toString();
        return material.latency().stream()
                .flatMap(probe -> slower(probe, before, material.links()))
                .max(Comparator.comparingDouble(KeyFact::weight))
                .orElseGet(() -> new KeyFact(
                        0,
                        new Voices("p95 is not above " + before + ".", "It is not slower than in " + before + "."),
                        material.links().vendor()));
    }

    private static Stream<KeyFact> slower(Material.ProbeLatency latency, String before, Links links) {
        LatencySummary now = latency.current();
        LatencySummary then = latency.before();
        double percent = now == null || then == null ? 0 : LatencyChapter.percent(then.p95(), now.p95());
        if (percent < 1) {
            return Stream.empty();
        }
        String name = latency.probe().name();
        String more = Wording.percent(percent);
        Voices text = new Voices(
                "p95 of '%s' %s above %s.".formatted(name, more, before),
                "'%s' answers %s slower than in %s.".formatted(name, more, before));
        return Stream.of(new KeyFact(
                percent / SLOWER_PERCENT_PER_POINT,
                text,
                links.series(latency.probe().id())));
    }

    private static KeyFact security(Material material) {
        CheckStates states = CheckStates.of(material);
        List<CheckStates.Change> worse =
                states.changes().stream().filter(CheckStates.Change::worse).toList();
        String checks = Wording.count(states.current().size(), "check");
        int failing = states.failing().size();
        Voices text = new Voices(
                "Security: %s, %d failing, %d worse than at the begin.".formatted(checks, failing, worse.size()),
                "Safety: %s, %d failed, %d worse than at the begin of the quarter.%s"
                        .formatted(checks, failing, worse.size(), meaning(worse)));
        double points = worse.stream()
                .mapToDouble(change -> change.now().points() - change.before().points())
                .sum();
        return new KeyFact(points, text, material.links().security());
    }

    private static String meaning(List<CheckStates.Change> worse) {
        return worse.stream()
                .findFirst()
                .map(change -> " " + change.now().meaning())
                .orElse("");
    }

    private static KeyFact financial(Material material) {
        List<Filing> worrying = Filings.worrying(material);
        String source = material.links().finance();
        if (worrying.isEmpty()) {
            return new KeyFact(
                    0, new Voices("No filing of weight.", "No worrying news about the company's finances."), source);
        }
        Filing worst = worrying.getFirst();
        String more = worrying.size() == 1 ? "" : " And " + (worrying.size() - 1) + " more.";
        Voices text = new Voices(
                "Filed: " + worst.meaning().it() + "." + more, worst.meaning().marketing() + more);
        return new KeyFact(worrying.stream().mapToDouble(Filing::points).sum(), text, source);
    }

    private static KeyFact alerts(Material material) {
        Firings firings = Firings.of(material);
        int total = firings.all().size();
        int critical = firings.count(Severity.CRITICAL);
        int acknowledged = firings.acknowledged();
        Voices text = new Voices(
                "%s, %d critical, %d acknowledged.".formatted(Wording.count(total, "alert"), critical, acknowledged),
                "%s, %d of them urgent; somebody took on %d."
                        .formatted(Wording.count(total, "warning"), critical, acknowledged));
        return new KeyFact(
                critical * POINTS_PER_CRITICAL_ALERT, text, material.links().alerts());
    }

    private static KeyFact index(Material material) {
        List<Integer> course = material.points().stream()
                .map(HealthPoint::index)
                .filter(Objects::nonNull)
                .toList();
        String source = material.links().health();
        if (course.isEmpty()) {
            return new KeyFact(0, new Voices("No viability index.", "There is no overall rating yet."), source);
        }
        int begin = course.getFirst();
        int end = course.getLast();
        Voices text = new Voices(
                "Viability index from %d to %d.".formatted(begin, end),
                "The overall rating went from %d to %d of 100.".formatted(begin, end));
        return new KeyFact(Math.abs(end - begin), text, source);
    }
}
