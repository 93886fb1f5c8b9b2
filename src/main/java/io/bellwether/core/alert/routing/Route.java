package io.bellwether.core.alert.routing;

import io.bellwether.core.alert.label.Matcher;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the routing tree as it is written; what is null it has from the node above.
 *
 * @param receiver who is told
 * @param matchers all must match; none match everything
 * @param proceeds whether the next nodes beside it are looked at after this one has matched
 * @param routes looked at in order; the node itself counts when none of them matches
 */
public record Route(
        @Nullable String receiver,
        @Nullable Grouping grouping,
        @Nullable Duration groupWait,
        @Nullable Duration groupInterval,
        @Nullable Duration repeatInterval,
        List<Matcher> matchers,
        boolean proceeds,
        List<Route> routes) {

    public Route {
        matchers = List.copyOf(matchers);
        routes = List.copyOf(routes);
    }

    /** A root that tells one receiver of everything. */
    public static Route everythingTo(String receiver) {
        return new Route(receiver, null, null, null, null, List.of(), false, List.of());
    }
}
