package io.bellwether.notify;

import io.bellwether.core.alert.routing.RoutingTree;
import io.bellwether.notify.route.RouteDocument.NamedReceiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Who would be told of an alert, for those who ask. */
@ApplicationScoped
public class RoutingTable {

    private final Routing routing;

    RoutingTable(Routing routing) {
        this.routing = routing;
    }

    /** The names of all receivers, in the order in which they are listed. */
    @Transactional
    public List<String> receivers() {
        return routing.inForce().document().receivers().stream()
                .map(NamedReceiver::name)
                .toList();
    }

    /** The routes in force. */
    @Transactional
    public RoutingTree tree() {
        return routing.plan().tree();
    }

    /** The routes as a configuration file of Prometheus Alertmanager. */
    @Transactional
    public String asAlertmanagerYaml() {
        return routing.inForce().asAlertmanagerYaml();
    }
}
