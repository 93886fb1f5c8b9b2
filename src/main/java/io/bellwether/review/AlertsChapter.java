package io.bellwether.review;

import io.bellwether.alert.Alert;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people were told in the period, and what they did about it. */
final class AlertsChapter implements Chapter {

    private record Data(Counts counts, List<Item> items, String source) {}

    private record Counts(int total, int critical, int warning, int info, int acknowledged, int openAtEnd) {}

    private record Item(
            UUID id,
            String rule,
            Severity severity,
            Instant firedAt,
            @Nullable Instant resolvedAt,
            double minutes,
            Handling handling,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Double minutesToAcknowledge,
            Voices text,
            String source) {}

    @Override
    public String key() {
        return "alerts";
    }

    @Override
    public String title() {
        return "Alerts and how they were handled";
    }

    @Override
    public Object data(Material material) {
        Firings firings = Firings.of(material);
        Counts counts = new Counts(
                firings.all().size(),
                firings.count(Severity.CRITICAL),
                firings.count(Severity.WARNING),
                firings.count(Severity.INFO),
                firings.acknowledged(),
                firings.openAtEnd().size());
        return new Data(
                counts,
                firings.all().stream().map(AlertsChapter::item).toList(),
                material.links().alerts());
    }

    private static Item item(Firing firing) {
        Alert alert = firing.alert();
        return new Item(
                alert.id(),
                alert.rule(),
                alert.severity(),
                firing.firedAt(),
                firing.openAtEnd() ? null : alert.resolvedAt(),
                firing.minutes(),
                alert.handling(),
                firing.acknowledgedBy(),
                firing.acknowledgedAt(),
                firing.minutesToAcknowledge(),
                alert.text(),
                Links.alert(alert.id()));
    }
}
