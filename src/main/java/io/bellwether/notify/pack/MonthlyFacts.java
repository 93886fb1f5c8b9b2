package io.bellwether.notify.pack;

import io.bellwether.alert.Alert;
import io.bellwether.core.Lens;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.language.PlainText;
import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Spans;
import io.bellwether.notify.pack.VendorMonth.AlertCounts;
import io.bellwether.notify.pack.VendorMonth.OpenAction;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the facts of a month of its alerts. */
final class MonthlyFacts {

    private static final String DOWN = "vendor-down";
    private static final String ACKNOWLEDGED = "ACKNOWLEDGED";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_TEXT = 300;

    private final Span month;
    private final List<Alert> alerts;

    private MonthlyFacts(Span month, List<Alert> alerts) {
        this.month = month;
        this.alerts = alerts.stream().filter(alert -> alert.firedAt() != null).toList();
    }

    /**
     * Of one vendor.
     *
     * @param month as far as it is over
     * @param alerts that fired at some time of it, with their timelines
     */
    static VendorMonth of(Vendor vendor, Span month, List<Alert> alerts) {
        MonthlyFacts facts = new MonthlyFacts(month, alerts);
        Duration down = facts.fired(alert -> alert.rule().equals(DOWN));
        double availability = month.length().isZero()
                ? 1
                : 1 - (double) down.toMillis() / month.length().toMillis();
        OptionalDouble acknowledged = facts.minutesToAcknowledge();
        VendorMonth bare = new VendorMonth(
                vendor.slug(),
                PlainText.line(vendor.name(), LONGEST_NAME),
                name(vendor.owners().of(Lens.IT)),
                name(vendor.owners().of(Lens.MARKETING)),
                availability,
                minutes(down),
                minutes(facts.fired(_ -> true)),
                facts.counts(),
                acknowledged.isPresent() ? Math.round(acknowledged.getAsDouble() * 10) / 10.0 : null,
                facts.open(),
                Wins.of(alerts),
                new Voices("", ""));
        return Summary.added(bare);
    }

    private Duration fired(Predicate<Alert> which) {
        List<Span> spans = alerts.stream().filter(which).flatMap(this::span).toList();
        return new Spans(spans).within(month.from(), month.to());
    }

    private Stream<Span> span(Alert alert) {
        Instant resolved = alert.resolvedAt();
        return Stream.ofNullable(alert.firedAt())
                .filter(fired -> fired.isBefore(month.to()))
                .map(fired -> new Span(fired, resolved == null ? month.to() : later(fired, resolved)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private AlertCounts counts() {
        return new AlertCounts(
                count(Severity.CRITICAL), count(Severity.WARNING), count(Severity.INFO), (int) alerts.stream()
                        .filter(alert -> acknowledgedAt(alert).findAny().isPresent())
                        .count());
    }

    private int count(Severity severity) {
        return (int)
                alerts.stream().filter(alert -> alert.severity() == severity).count();
    }

    private OptionalDouble minutesToAcknowledge() {
        return alerts.stream()
                .flatMap(alert -> Stream.ofNullable(alert.firedAt())
                        .filter(fired -> !fired.isBefore(month.from()))
                        .flatMap(fired -> acknowledgedAt(alert).map(at -> Duration.between(fired, at))))
                .mapToDouble(wait -> wait.toSeconds() / 60.0)
                .average();
    }

    private static Stream<Instant> acknowledgedAt(Alert alert) {
        return alert.timeline().stream()
                .filter(entry -> entry.kind().equals(ACKNOWLEDGED))
                .map(Alert.TimelineEntry::at)
                .limit(1);
    }

    private List<OpenAction> open() {
        return alerts.stream()
                .filter(alert -> alert.condition().told())
                .flatMap(alert -> Stream.ofNullable(alert.firedAt())
                        .map(fired -> new OpenAction(
                                alert.id(),
                                alert.rule(),
                                alert.severity(),
                                alert.handling(),
                                alert.assignee(),
                                fired,
                                new Voices(
                                        PlainText.line(alert.text().it(), LONGEST_TEXT),
                                        PlainText.line(alert.text().marketing(), LONGEST_TEXT)))))
                .toList();
    }

    private static long minutes(Duration time) {
        return Math.round(time.toSeconds() / 60.0);
    }

    private static @Nullable String name(@Nullable Owner owner) {
        return owner == null ? null : PlainText.line(owner.name(), LONGEST_NAME);
    }
}
