package io.bellwether.compat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bellwether.alert.PushedAlerts;
import io.bellwether.compat.CompatAlerts.Routed;
import io.bellwether.core.alert.routing.Branch;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Alerts, one by one and in the groups in which people are told of them. */
@Path("/alertmanager/api/v2/alerts")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class AlertsResource {

    private final CompatAlerts alerts;
    private final PushedAlerts pushed;
    private final Wire wire;

    AlertsResource(CompatAlerts alerts, PushedAlerts pushed, Wire wire) {
        this.alerts = alerts;
        this.pushed = pushed;
        this.wire = wire;
    }

    /** The alerts of one group and who is told of them. */
    record Group(SortedMap<String, String> labels, CompatAlert.Name receiver, List<CompatAlert> alerts) {}

    private record Key(Branch branch, SortedMap<String, String> labels) {}

    private record Member(Key key, CompatAlert alert) {}

    @GET
    public Response list(@BeanParam AlertParameters query) {
        return wire.answer(() -> alerts.matching(AlertFilter.of(query)).stream()
                .map(Routed::alert)
                .toList());
    }

    @GET
    @Path("/groups")
    public Response groups(@BeanParam AlertParameters query) {
        return wire.answer(() -> {
            Map<Key, List<CompatAlert>> members = alerts.matching(AlertFilter.of(query)).stream()
                    .flatMap(routed -> routed.branches().stream().map(branch -> member(branch, routed.alert())))
                    .collect(groupingBy(Member::key, mapping(Member::alert, toList())));
            return members.entrySet().stream()
                    .map(group -> new Group(
                            group.getKey().labels,
                            new CompatAlert.Name(group.getKey().branch.receiver()),
                            group.getValue()))
                    .sorted(Comparator.comparing((Group group) -> group.labels.toString())
                            .thenComparing(group -> group.receiver.name()))
                    .toList();
        });
    }

    /** Takes what others push; those that can be taken are taken also when others cannot. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OPERATOR)
    public Response push(String body) {
        return wire.answer(() -> {
            PostedAlert[] posted = wire.read(body, PostedAlert[].class);
            List<String> faults =
                    pushed.receive(Stream.of(posted).map(PostedAlert::pushed).toList());
            if (!faults.isEmpty()) {
                throw Problem.badRequest(String.join("; ", faults));
            }
            return Map.of();
        });
    }

    private static Member member(Branch branch, CompatAlert alert) {
        return new Member(new Key(branch, branch.grouping().groupOf(alert.labels())), alert);
    }
}
