package io.bellwether.alert;

import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.mute.InhibitionRule;
import io.bellwether.core.alert.mute.InhibitionRules;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Which alerts explain others, so that the others are not told. */
@Path("/api/v1/inhibition-rules")
@RunOnVirtualThread
class InhibitionResource {

    /**
     * A rule that is always in force.
     *
     * @param causes matchers, as Prometheus Alertmanager writes them, of the alerts that explain
     * @param effects matchers of the alerts that are explained
     * @param equal the labels in which both agree
     * @param reach EQUAL_LABELS, or DEPENDANTS for vendors that rest on the cause's vendor
     * @param explanation why, for people
     */
    record ShownRule(
            String name,
            List<String> causes,
            List<String> effects,
            List<String> equal,
            InhibitionRule.Reach reach,
            String explanation) {

        static ShownRule of(InhibitionRule rule) {
            return new ShownRule(
                    rule.name(),
                    written(rule.inhibition().causes()),
                    written(rule.inhibition().effects()),
                    rule.inhibition().equal().stream().sorted().toList(),
                    rule.reach(),
                    rule.explanation());
        }

        private static List<String> written(List<Matcher> matchers) {
            return matchers.stream().map(Matcher::toString).toList();
        }
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ShownRule> list() {
        return new Page<>(InhibitionRules.BUILT_IN.stream().map(ShownRule::of).toList(), null);
    }
}
