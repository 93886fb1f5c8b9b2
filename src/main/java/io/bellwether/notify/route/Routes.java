package io.bellwether.notify.route;

import io.bellwether.core.alert.routing.Route;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The routes that somebody has set. */
@Singleton
public class Routes {

    private final Jdbi jdbi;
    private final Json json;

    Routes(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** @param version grows with each change; the ETag */
    public record Stored(RouteDocument document, int version) {

        public Route root() {
            return RouteReader.read(document);
        }

        /** The same as a configuration file of Prometheus Alertmanager. */
        public String asAlertmanagerYaml() {
            return AlertmanagerYaml.of(
                    root(),
                    document.receivers().stream()
                            .map(RouteDocument.NamedReceiver::name)
                            .toList());
        }
    }

    /** Empty until somebody sets some. */
    public Optional<Stored> current() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT document::text AS document, version FROM route_document")
                .map((row, _) ->
                        new Stored(json.read(row.getString("document"), RouteDocument.class), row.getInt("version")))
                .findOne());
    }

    /**
     * Replaces all routes.
     *
     * @throws io.bellwether.platform.Problem 400 naming each wrong field
     */
    public Stored replace(RouteDocument document) {
        RouteReader.read(document);
        int version = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO route_document (document, updated_at, version) VALUES (:document::jsonb, now(), 1)
                        ON CONFLICT (one) DO UPDATE
                           SET document = excluded.document, updated_at = now(), version = route_document.version + 1
                        RETURNING version""")
                .bind("document", json.write(document))
                .mapTo(int.class)
                .one());
        return new Stored(document, version);
    }

    /** Back to how it is while no routes are set. */
    public void clear() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM route_document"));
    }
}
