package io.bellwether.notify.route;

import io.bellwether.core.alert.routing.Route;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
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

    /**
     * The routes in force.
     *
     * @param set whether somebody has set them; else they follow the channels
     * @param version grows with each change that somebody makes; the ETag
     */
    public record Stored(RouteDocument document, boolean set, int version) {

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

    /** @param unset what is in force while nobody has set any */
    public Stored current(Supplier<RouteDocument> unset) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT document::text AS document, version FROM route_document")
                .map((row, _) -> row.getString("document") == null
                        ? new Stored(unset.get(), false, row.getInt("version"))
                        : new Stored(document(row.getString("document")), true, row.getInt("version")))
                .findOne()
                .orElseGet(() -> new Stored(unset.get(), false, 0)));
    }

    /** The names of the receivers that are told through the channel of this name, as far as somebody has set routes. */
    public List<String> receiversOf(String channel) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "SELECT document::text AS document FROM route_document WHERE document IS NOT NULL")
                        .map((row, _) -> document(row.getString("document")))
                        .findOne())
                .stream()
                .flatMap(document -> document.receivers().stream())
                .filter(receiver -> receiver.channels().contains(channel))
                .map(RouteDocument.NamedReceiver::name)
                .toList();
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
        return new Stored(document, true, version);
    }

    /** Back to how it is while no routes are set; the version goes on, so that nobody takes later routes for those he knows. */
    public void clear() {
        jdbi.useHandle(handle -> handle.execute("""
                        UPDATE route_document SET document = NULL, updated_at = now(), version = version + 1
                         WHERE document IS NOT NULL"""));
    }

    private RouteDocument document(String text) {
        return json.read(text, RouteDocument.class);
    }
}
