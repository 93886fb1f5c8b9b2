package io.bellwether.review;

import io.bellwether.alert.Alert;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The alerts of a period that people were told of, oldest first. */
record Firings(List<Firing> all) {

    static Firings of(Material material) {
        Instant until = material.period().until();
        return new Firings(
                material.alerts().stream().flatMap(alert -> fired(alert, until)).toList());
    }

    int count(Severity severity) {
        return (int) all.stream()
                .filter(firing -> firing.alert().severity() == severity)
                .count();
    }

    List<Firing> openAtEnd() {
        return all.stream().filter(Firing::openAtEnd).toList();
    }

    int acknowledged() {
        return (int)
                all.stream().filter(firing -> firing.acknowledged() != null).count();
    }

    private static Stream<Firing> fired(Alert alert, Instant until) {
        Instant firedAt = alert.firedAt();
        return firedAt == null || firedAt.isAfter(until) ? Stream.empty() : Stream.of(Firing.of(alert, firedAt, until));
    }
}
