package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Node;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Heroku, {@code /api/v4/current-status}. Its {@code resolved} is not kept up to date and its scheduled work stays listed long after;
 * only states and colours are to be believed.
 */
final class Heroku implements JsonDialect {

    @Override
    public boolean fits(Node root) {
        return root.at("status").first().at("system").present();
    }

    @Override
    public StatusPage read(Node root, Reading reading) {
        List<Component> systems = root.at("status").items().stream()
                .map(row -> {
                    String name = row.at("system").text();
                    String colour = row.at("status").text();
                    return Component.of(name, name, level(colour), colour);
                })
                .toList();
        List<Maintenance> scheduled = root.at("scheduled").items().stream()
                .map(row -> new Maintenance(
                        notice(row, new Period(null, null)), row.at("state").text(), false))
                .toList();
        return StatusPage.listing("Heroku", null, systems)
                .with(
                        root.at("incidents").items().stream()
                                .map(Heroku::incident)
                                .toList(),
                        scheduled);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return owns(page)
                ? Optional.of(URI.create("https://status.heroku.com/api/v4/current-status"))
                : Optional.empty();
    }

    @Override
    public boolean owns(URI page) {
        return Address.within(page, "status.heroku.com");
    }

    private static Incident incident(Node row) {
        String state = row.at("state").text();
        boolean open = !state.equals("resolved");
        Level level = row.at("systems").items().stream()
                .map(system -> level(system.at("status").text()))
                .reduce(Level.OPERATIONAL, Level::orWorse);
        Node end = open ? Node.ABSENT : row.at("updated_at");
        return new Incident(notice(row, new Period(row.at("created_at").time(), end.time())), open, state, "", level);
    }

    private static Notice notice(Node row, Period period) {
        String title = row.at("title").text();
        return new Notice(
                Notice.id(row.at("id").text(), title),
                title,
                row.at("full_url").textOrNull(),
                period,
                Scope.of(row.at("systems").items().stream()
                        .map(system -> Affected.named(system.at("name").text()))
                        .toList()),
                Update.of(row.at("updates").items(), "created_at", "update_type"));
    }

    private static Level level(String colour) {
        return switch (colour) {
            case "green" -> Level.OPERATIONAL;
            case "blue" -> Level.MAINTENANCE;
            case "yellow" -> Level.DEGRADED;
            case "red" -> Level.MAJOR_OUTAGE;
            default -> Level.UNKNOWN;
        };
    }
}
