package io.bellwether.health;

import io.bellwether.core.score.peer.Peer;
import io.bellwether.core.score.peer.PeerMove;
import io.bellwether.core.score.peer.PeerView;
import io.bellwether.vendor.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How a vendor stands beside the others that do the same for us. */
@ApplicationScoped
public class PeerStandings {

    private static final int MONTH = 4;

    /** As old may a snapshot be that tells of a day. */
    private static final int LATE_DAYS = 7;

    private final Jdbi jdbi;

    /** One vendor under one capability. */
    private record Row(String capability, UUID vendorId, Peer peer) {}

    PeerStandings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One for each of its capabilities, in their order; letter case does not matter. */
    @Transactional
    public List<PeerView> of(Vendor vendor, LocalDate today) {
        Map<String, String> wanted = new TreeMap<>();
        vendor.capabilities()
                .forEach(capability -> wanted.putIfAbsent(capability.strip().toLowerCase(Locale.ROOT), capability));
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<String, List<Row>> rows =
                rows(List.copyOf(wanted.keySet()), today).stream().collect(Collectors.groupingBy(Row::capability));
        List<PeerView> views = new ArrayList<>();
        wanted.forEach(
                (key, capability) -> views.add(view(capability, vendor.id(), rows.getOrDefault(key, List.of()))));
        return views;
    }

    /** The comparison with the most peers of a fall since a day; empty without one, or when it did not fall over these weeks. */
    public Optional<PeerMove> ofFall(Vendor vendor, LocalDate since, LocalDate today) {
        boolean recent = since.isAfter(today.minusWeeks(MONTH));
        return of(vendor, today).stream()
                .flatMap(view -> Stream.ofNullable(recent ? view.fourWeeks() : view.thirteenWeeks()))
                .filter(move -> move.verdict() != null && move.verdict() != PeerMove.Verdict.NOT_FALLING)
                .max((one, other) -> Integer.compare(one.peers(), other.peers()));
    }

    private static PeerView view(String capability, UUID vendorId, List<Row> rows) {
        Peer own = null;
        List<Peer> others = new ArrayList<>();
        for (Row row : rows) {
            if (row.vendorId().equals(vendorId)) {
                own = row.peer();
            } else {
                others.add(row.peer());
            }
        }
        return PeerView.of(capability, own, others);
    }

    /** Indices are compared where the same rules made both, of the same dimensions: another tier or a new probe moves no peer. */
    private List<Row> rows(List<String> capabilities, LocalDate today) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT capability, vendor.id AS vendor_id, now.index,
                               now.index - month.index AS month, now.index - quarter.index AS quarter
                          FROM vendor
                         CROSS JOIN LATERAL (SELECT DISTINCT lower(trim(value)) AS capability
                                               FROM jsonb_array_elements_text(vendor.capabilities)) has
                         CROSS JOIN LATERAL (SELECT index, rule_set, ARRAY[uptime IS NULL, latency IS NULL, security IS NULL,
                                                                            financial IS NULL] AS unjudged
                                                FROM health_snapshot
                                              WHERE vendor_id = vendor.id AND day > :today - :late AND day <= :today
                                              ORDER BY day DESC LIMIT 1) now
                          LEFT JOIN LATERAL (SELECT index FROM health_snapshot
                                              WHERE vendor_id = vendor.id AND rule_set = now.rule_set AND index IS NOT NULL
                                                AND ARRAY[uptime IS NULL, latency IS NULL, security IS NULL,
                                                          financial IS NULL] = now.unjudged
                                                AND day > :month - :late AND day <= :month
                                              ORDER BY day DESC LIMIT 1) month ON true
                          LEFT JOIN LATERAL (SELECT index FROM health_snapshot
                                              WHERE vendor_id = vendor.id AND rule_set = now.rule_set AND index IS NOT NULL
                                                AND ARRAY[uptime IS NULL, latency IS NULL, security IS NULL,
                                                          financial IS NULL] = now.unjudged
                                                AND day > :quarter - :late AND day <= :quarter
                                              ORDER BY day DESC LIMIT 1) quarter ON true
                         WHERE vendor.archived_at IS NULL AND now.index IS NOT NULL AND capability = ANY (:capabilities)""")
                .bindArray("capabilities", String.class, capabilities)
                .bind("today", today)
                .bind("month", today.minusWeeks(MONTH))
                .bind("quarter", today.minusWeeks(13))
                .bind("late", LATE_DAYS)
                .map((row, context) -> read(row))
                .list());
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("capability"),
                row.getObject("vendor_id", UUID.class),
                new Peer(row.getInt("index"), number(row, "month"), number(row, "quarter")));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
