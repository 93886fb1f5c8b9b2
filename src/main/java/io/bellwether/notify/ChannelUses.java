package io.bellwether.notify;

import io.bellwether.notify.route.Routes;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Who relies on a channel: without it they would tell nobody, and nobody would know. */
@Singleton
class ChannelUses {

    private final Routes routes;
    private final Jdbi jdbi;

    ChannelUses(Routes routes, Jdbi jdbi) {
        this.routes = routes;
        this.jdbi = jdbi;
    }

    /** @throws Problem 409 naming those who rely on it */
    void refuseRemoval(UUID channel, String name) {
        refuse(
                "",
                name,
                Stream.concat(byName(name).stream(), fallbackOf(channel).stream())
                        .toList());
    }

    /** @throws Problem 409 naming those who know it by this name */
    void refuseRenaming(String name) {
        refuse("/name", name, byName(name));
    }

    private static void refuse(String pointer, String name, List<String> uses) {
        if (!uses.isEmpty()) {
            throw Problem.conflict(
                    pointer,
                    "The channel '" + name + "' is in use: " + String.join(", ", uses) + ". Name another there first.");
        }
    }

    private List<String> byName(String name) {
        Stream<String> receivers =
                routes.receiversOf(name).stream().map(receiver -> "the receiver '" + receiver + "' of the routes");
        Stream<String> policies = policies(name).stream().map(policy -> "the escalation policy '" + policy + "'");
        return Stream.concat(receivers, policies).toList();
    }

    private List<String> policies(String name) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT name FROM escalation_policy
                         WHERE plan -> 'steps' @> jsonb_build_array(jsonb_build_object(
                                   'to', jsonb_build_object('channel', :name)))
                         ORDER BY name""").bind("name", name).mapTo(String.class).list());
    }

    private List<String> fallbackOf(UUID channel) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT name FROM channel
                         WHERE fallback_id = :id AND removed_at IS NULL ORDER BY name""")
                .bind("id", channel)
                .map((row, _) -> "the channel '" + row.getString("name") + "', whose fallback it is")
                .list());
    }
}
