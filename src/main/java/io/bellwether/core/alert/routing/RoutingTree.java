package io.bellwether.core.alert.routing;

import io.bellwether.core.alert.label.Matcher;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Decides which branches take an alert, as Prometheus Alertmanager does. */
public final class RoutingTree {

    private final Branch branch;
    private final List<Matcher> matchers;
    private final boolean proceeds;
    private final List<RoutingTree> below;

    /**
     * @param root has a receiver and no matchers
     * @throws IllegalArgumentException when it has matchers
     */
    public RoutingTree(Route root) {
        this(root, Branch.root(root));
    }

    private RoutingTree(Route route, Branch branch) {
        this.branch = branch;
        this.matchers = route.matchers();
        this.proceeds = route.proceeds();
        this.below = route.routes().stream()
                .map(child -> new RoutingTree(child, branch.below(child)))
                .toList();
    }

    /** In the order in which they are looked at; at least one, for the root takes what nobody else does. */
    public List<Branch> match(Map<String, String> labels) {
        return taking(labels).toList();
    }

    private Stream<Branch> taking(Map<String, String> labels) {
        Stream.Builder<Branch> taken = Stream.builder();
        boolean any = false;
        for (RoutingTree child : below) {
            if (child.matches(labels)) {
                child.taking(labels).forEach(taken);
                any = true;
                if (!child.proceeds) {
                    break;
                }
            }
        }
        return any ? taken.build() : Stream.of(branch);
    }

    private boolean matches(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
