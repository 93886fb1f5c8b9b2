package io.bellwether.notify;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.routing.RoutingTree;
import io.bellwether.notify.route.RouteDocument;
import io.bellwether.notify.route.RouteDocument.NamedReceiver;
import io.bellwether.notify.route.Routes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The routes in force; until some are set, every alert goes to every channel at once and by itself. */
@Singleton
class Routing {

    private static final String EVERYBODY = "everybody";

    private final Routes routes;
    private final ChannelRow.Repository channels;

    Routing(Routes routes, ChannelRow.Repository channels) {
        this.routes = routes;
        this.channels = channels;
    }

    /** @param byReceiver the enabled channels of each receiver */
    record Plan(RoutingTree tree, Map<String, List<ChannelRow>> byReceiver) {

        List<ChannelRow> channels(String receiver) {
            return byReceiver.getOrDefault(receiver, List.of());
        }
    }

    Plan plan() {
        List<ChannelRow> enabled = channels.enabled();
        Routes.Stored inForce = inForce(enabled);
        Map<String, ChannelRow> byName = enabled.stream().collect(toMap(channel -> channel.name, channel -> channel));
        Map<String, List<ChannelRow>> byReceiver = inForce.document().receivers().stream()
                .collect(toMap(
                        NamedReceiver::name,
                        receiver -> receiver.channels().stream()
                                .map(byName::get)
                                .filter(Objects::nonNull)
                                .toList()));
        return new Plan(new RoutingTree(inForce.root()), byReceiver);
    }

    Routes.Stored inForce() {
        return inForce(channels.enabled());
    }

    private Routes.Stored inForce(List<ChannelRow> enabled) {
        return routes.current(() -> everythingToEverybody(enabled));
    }

    private static RouteDocument everythingToEverybody(List<ChannelRow> enabled) {
        NamedReceiver everybody = new NamedReceiver(
                EVERYBODY, enabled.stream().map(channel -> channel.name).toList());
        return new RouteDocument(
                List.of(everybody),
                new RouteDocument.Node(
                        EVERYBODY,
                        List.of(RouteDocument.EVERY_LABEL),
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofDays(1),
                        null,
                        false,
                        null));
    }
}
