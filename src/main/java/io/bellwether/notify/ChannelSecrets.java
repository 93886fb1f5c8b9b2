package io.bellwether.notify;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Settings of channels with their secrets in the clear, for the kinds that use them beside sending. */
@Singleton
public class ChannelSecrets {

    private final ChannelRow.Repository rows;
    private final ChannelSettings settings;

    ChannelSecrets(ChannelRow.Repository rows, ChannelSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** A channel and its settings. */
    public record Opened<S extends Record>(UUID channel, S settings) {}

    /** The enabled channels of a kind. */
    @Transactional
    public <S extends Record> List<Opened<S>> enabled(String kind, Class<S> type) {
        return rows.enabled().stream()
                .filter(row -> row.kind.equals(kind))
                .map(row -> new Opened<>(row.id, opened(kind, row.settings, type)))
                .toList();
    }

    /** @param stored as the table {@code channel} keeps them */
    public <S extends Record> S opened(String kind, Map<String, Object> stored, Class<S> type) {
        return type.cast(settings.configured(kind, stored).settings());
    }
}
