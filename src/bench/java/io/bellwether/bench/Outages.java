package io.bellwether.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A service on which all vendors rest goes down and comes back.
 *
 * @param vendors how many probe it
 */
record Outages(Bellwether monitoring, Sink sink, int vendors) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Milliseconds from the due time of the observation that confirmed it to the arrival of the message, for each vendor. */
    double[] once() throws IOException, InterruptedException, SQLException {
        sink.take();
        sink.answer(500);
        Map<UUID, Instant> told = new HashMap<>();
        Patience.until("every outage has been told", () -> {
            for (Sink.Arrival arrival : sink.take()) {
                for (JsonNode entry : JSON.readTree(arrival.body()).get("alerts")) {
                    if (entry.get("kind").asText().equals("FIRING")) {
                        told.putIfAbsent(UUID.fromString(entry.at("/alert/id").asText()), arrival.at());
                    }
                }
            }
            return told.size() >= vendors;
        });
        double[] millis = millis(told);
        sink.answer(200);
        Patience.until("every outage is over", () -> monitoring.query("""
                SELECT count(*) FROM alert_episode WHERE rule = 'vendor-down' AND condition <> 'RESOLVED'""") == 0);
        return millis;
    }

    private double[] millis(Map<UUID, Instant> told) throws IOException, SQLException {
        try (Connection connection = monitoring.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT id, fired_at FROM alert_episode WHERE rule = 'vendor-down' AND condition <> 'RESOLVED'")) {
            double[] millis = new double[vendors];
            for (int next = 0; next < vendors; next++) {
                if (!row.next()) {
                    throw new IllegalStateException("Only " + next + " outages are open.");
                }
                Instant firedAt = row.getTimestamp("fired_at").toInstant();
                Instant toldAt = Objects.requireNonNull(told.get(row.getObject("id", UUID.class)));
                millis[next] = Duration.between(firedAt, toldAt).toNanos() / 1e6;
            }
            return millis;
        }
    }
}
