package io.bellwether.notify.route;

import static java.util.Objects.requireNonNullElse;

import io.bellwether.core.alert.label.InvalidMatcher;
import io.bellwether.core.alert.label.Labels;
import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.label.MatcherText;
import io.bellwether.core.alert.routing.Grouping;
import io.bellwether.core.alert.routing.Route;
import io.bellwether.notify.route.RouteDocument.NamedReceiver;
import io.bellwether.notify.route.RouteDocument.Node;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a tree of a document, or tells everything that is wrong with it at once. */
final class RouteReader {

    private static final int DEEPEST = 10;

    private final Set<String> receivers = new HashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    private RouteReader() {}

    /** @throws Problem 400 naming each wrong field */
    static Route read(RouteDocument document) {
        RouteReader reader = new RouteReader();
        reader.collect(document.receivers());
        Node root = document.route();
        if (root.receiver() == null) {
            reader.wrong("/route/receiver", "The root needs a receiver: it takes what no other route does.");
        }
        if (!requireNonNullElse(root.matchers(), List.of()).isEmpty()) {
            reader.wrong("/route/matchers", "The root takes every alert, so it cannot have matchers.");
        }
        if (root.proceeds()) {
            reader.wrong("/route/continue", "There is nothing beside the root.");
        }
        Route route = reader.route(root, "/route", 0);
        if (!reader.errors.isEmpty()) {
            throw Problem.invalid(reader.errors);
        }
        return route;
    }

    private void collect(List<NamedReceiver> named) {
        for (int at = 0; at < named.size(); at++) {
            if (!receivers.add(named.get(at).name())) {
                wrong(
                        "/receivers/" + at + "/name",
                        "There is a receiver '" + named.get(at).name() + "' already.");
            }
        }
    }

    private Route route(Node node, String pointer, int depth) {
        if (node.receiver() != null && !receivers.contains(node.receiver())) {
            wrong(pointer + "/receiver", "There is no receiver '" + node.receiver() + "' in this document.");
        }
        List<Route> below = new ArrayList<>();
        List<Node> nodes = requireNonNullElse(node.routes(), List.of());
        if (depth == DEEPEST && !nodes.isEmpty()) {
            wrong(pointer + "/routes", "At most " + DEEPEST + " levels of routes.");
            nodes = List.of();
        }
        for (int at = 0; at < nodes.size(); at++) {
            below.add(route(nodes.get(at), pointer + "/routes/" + at, depth + 1));
        }
        return new Route(
                node.receiver(),
                grouping(node.groupBy(), pointer + "/groupBy"),
                atLeast(Duration.ZERO, node.groupWait(), pointer + "/groupWait"),
                atLeast(Duration.ofSeconds(1), node.groupInterval(), pointer + "/groupInterval"),
                atLeast(Duration.ofMinutes(1), node.repeatInterval(), pointer + "/repeatInterval"),
                matchers(requireNonNullElse(node.matchers(), List.of()), pointer + "/matchers/"),
                node.proceeds(),
                below);
    }

    private @Nullable Grouping grouping(@Nullable List<String> labels, String pointer) {
        if (labels == null) {
            return null;
        }
        if (labels.contains(RouteDocument.EVERY_LABEL)) {
            return Grouping.EACH_ALONE;
        }
        for (int at = 0; at < labels.size(); at++) {
            if (!Labels.isName(labels.get(at))) {
                wrong(pointer + "/" + at, "'" + labels.get(at) + "' is no label name.");
            }
        }
        return new Grouping(false, new TreeSet<>(labels));
    }

    private @Nullable Duration atLeast(Duration least, @Nullable Duration given, String pointer) {
        if (given != null && given.compareTo(least) < 0) {
            wrong(pointer, "Must be at least " + least + ".");
            return null;
        }
        return given;
    }

    private List<Matcher> matchers(List<String> texts, String pointer) {
        List<Matcher> matchers = new ArrayList<>();
        for (int at = 0; at < texts.size(); at++) {
            try {
                matchers.addAll(MatcherText.read(texts.get(at)));
            } catch (InvalidMatcher e) {
                wrong(pointer + at, e.detail());
            }
        }
        return matchers;
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
