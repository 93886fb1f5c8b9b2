package io.bellwether.notify.route;

import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.routing.Grouping;
import io.bellwether.core.alert.routing.Route;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Routes as a configuration file of Prometheus Alertmanager, so that its tools can tell who gets what. */
final class AlertmanagerYaml {

    private AlertmanagerYaml() {}

    /** @param receivers the names of all receivers, in the order in which they are listed */
    static String of(Route root, List<String> receivers) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("route", route(root));
        file.put(
                "receivers",
                receivers.stream().map(name -> Map.of("name", name)).toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(file);
    }

    private static Map<String, Object> route(Route route) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "receiver", route.receiver());
        put(fields, "group_by", route.grouping() == null ? null : labels(route.grouping()));
        if (!route.matchers().isEmpty()) {
            fields.put(
                    "matchers", route.matchers().stream().map(Matcher::toString).toList());
        }
        if (route.proceeds()) {
            fields.put("continue", true);
        }
        put(fields, "group_wait", duration(route.groupWait()));
        put(fields, "group_interval", duration(route.groupInterval()));
        put(fields, "repeat_interval", duration(route.repeatInterval()));
        if (!route.routes().isEmpty()) {
            fields.put(
                    "routes",
                    route.routes().stream().map(AlertmanagerYaml::route).toList());
        }
        return fields;
    }

    private static List<String> labels(Grouping grouping) {
        return grouping.all() ? List.of("...") : List.copyOf(grouping.labels());
    }

    private static @Nullable String duration(@Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
