package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Incidents and maintenances as Status.io tells them; both are listed only while they last. */
final class StatusIoNotices {

    private StatusIoNotices() {}

    static List<Incident> incidents(Node result) {
        return result.at("incidents").items().stream()
                .map(row -> {
                    Node latest = latest(row);
                    String state = state(latest.at("state").text());
                    String impact = latest.at("status").text();
                    return new Incident(
                            notice(row, "datetime_open", "datetime_resolved"),
                            !state.equals("resolved"),
                            state,
                            impact,
                            StatusIo.level(impact));
                })
                .toList();
    }

    static List<Maintenance> maintenances(Node result) {
        return Stream.of("active", "upcoming")
                .flatMap(list -> result.at("maintenance", list).items().stream()
                        .map(row -> new Maintenance(
                                notice(row, "datetime_planned_start", "datetime_planned_end"),
                                list,
                                list.equals("active"))))
                .toList();
    }

    private static Node latest(Node row) {
        return row.at("messages").items().stream()
                .max(Comparator.comparing(message ->
                        Objects.requireNonNullElse(message.at("datetime").time(), Instant.MIN)))
                .orElse(Node.ABSENT);
    }

    private static String state(String code) {
        return switch (code) {
            case "100" -> "investigating";
            case "200" -> "identified";
            case "300" -> "monitoring";
            case "400" -> "resolved";
            default -> code;
        };
    }

    private static Notice notice(Node row, String start, String end) {
        String name = row.at("name").text();
        return new Notice(
                Notice.id(row.at("_id").text(), name),
                name,
                null,
                new Period(row.at(start).time(), row.at(end).time()),
                new Scope(affected(row, "components_affected"), affected(row, "containers_affected")),
                Update.of(row.at("messages").items(), "datetime", "state"));
    }

    private static List<Affected> affected(Node row, String list) {
        return row.at(list).items().stream()
                .map(one -> Affected.of(one.at("_id").text(), one.at("name").text()))
                .toList();
    }
}
