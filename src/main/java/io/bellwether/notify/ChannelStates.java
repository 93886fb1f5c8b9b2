package io.bellwether.notify;

import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Which channels can be used, for metrics. */
@Singleton
public class ChannelStates {

    private final Jdbi jdbi;

    ChannelStates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param state 1 when it works as far as is known, 0.5 while the provider asks for silence, 0 when it is broken */
    public record ChannelState(String name, String kind, double state) {}

    /** Those that are enabled. */
    public List<ChannelState> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT name, kind, CASE WHEN broken_reason IS NOT NULL THEN 0
                                                WHEN paused_until > now() THEN 0.5 ELSE 1 END AS state
                          FROM channel WHERE enabled AND removed_at IS NULL ORDER BY name""")
                .map((row, _) -> new ChannelState(row.getString("name"), row.getString("kind"), row.getDouble("state")))
                .list());
    }
}
