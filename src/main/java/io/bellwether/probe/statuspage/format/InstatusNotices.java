package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is going on, as Instatus tells it. */
final class InstatusNotices {

    private InstatusNotices() {}

    static Incident incident(Node row) {
        String status = row.at("status").text();
        String impact = row.at("impact").text();
        Period period = new Period(row.at("started").time(), row.at("resolved").time());
        List<Update> updates = Update.of(List.of(row), "updatedAt", "status");
        return new Incident(
                notice(row, period, updates), !status.equals("RESOLVED"), status, impact, Instatus.level(impact));
    }

    static Maintenance maintenance(Node row) {
        String status = row.at("status").text();
        Instant start = row.at("start").time();
        Period period = new Period(start, end(start, row.at("duration").text()));
        List<Update> updates = Update.of(List.of(row), "updatedAt", "status");
        return new Maintenance(notice(row, period, updates), status, status.equals("INPROGRESS"));
    }

    private static Notice notice(Node row, Period period, List<Update> updates) {
        String name = row.at("name").text();
        String url = row.at("url").text();
        return new Notice(
                Notice.id(row.at("id").text(), url, name),
                name,
                row.at("url").textOrNull(),
                period,
                Scope.ANY,
                updates);
    }

    private static @Nullable Instant end(@Nullable Instant start, String minutes) {
        return start == null || !minutes.matches("[0-9]{1,6}")
                ? null
                : start.plus(Duration.ofMinutes(Long.parseLong(minutes)));
    }
}
