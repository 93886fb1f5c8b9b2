package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.JsonPredicate;
import io.bellwether.config.imports.WebAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Endpoints that are asked in order and hand values on; here they are the steps of one probe. */
final class Suite {

    static final String CONTEXT = "[CONTEXT]";

    private static final Pattern USE = Pattern.compile("\\[CONTEXT]\\.([\\w.-]*\\w)");
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\w+}}");
    private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|passw|key|session|auth|jwt).*");
    private static final String CONDITIONS = "conditions";

    private final Foreign suite;
    private final Harvest harvest;
    private final Map<String, String> constants;

    Suite(Foreign suite, Harvest harvest) {
        this.suite = suite;
        this.harvest = harvest;
        this.constants = suite.textMap("context");
    }

    /** @param framing makes the frame for the owner whom the addresses tell */
    void read(Function<String, Found> framing) {
        List<Foreign> endpoints = suite.items("endpoints").stream()
                .filter(endpoint -> endpoint.flag("enabled", true))
                .map(endpoint -> Foreign.of(filled(endpoint.fields(), true), endpoint.path()))
                .toList();
        String name = suite.text("name", "suite");
        Optional<String> obstacle = endpoints.stream().flatMap(Suite::obstacles).findFirst();
        if (endpoints.isEmpty()) {
            harvest.lost(suite.path(), name, "It has no endpoints.");
        } else if (obstacle.isPresent()) {
            harvest.lost(suite.path(), name, "A step of a probe cannot have " + obstacle.get() + ".");
        } else {
            WebAddress first = address(endpoints.getFirst()).orElseThrow();
            Found frame = framing.apply(first.owner());
            Map<String, Object> settings = new LinkedHashMap<>();
            settings.put("url", first.url());
            settings.put(
                    "steps",
                    endpoints.stream().map(endpoint -> step(endpoint, frame)).toList());
            harvest.add(frame.as("http", settings));
        }
    }

    private static Stream<String> obstacles(Foreign endpoint) {
        Foreign client = endpoint.child("client");
        Optional<WebAddress> address = address(endpoint);
        return Stream.of(
                        Obstacles.in(client).map(name -> "client." + name),
                        Stream.of("oauth2", "proxy-url")
                                .filter(client::has)
                                .map(name -> "client." + name)
                                .findFirst(),
                        Optional.of("an address other than the web's").filter(_ -> address.isEmpty()),
                        address.map(WebAddress::user)
                                .filter(user -> !user.isEmpty())
                                .map(_ -> "a user in its address"))
                .flatMap(Optional::stream);
    }

    private static Optional<WebAddress> address(Foreign endpoint) {
        return WebAddress.parse(PLACE.matcher(endpoint.text("url", "")).replaceAll("x"))
                .filter(WebAddress::isHttp);
    }

    private Map<String, Object> step(Foreign endpoint, Found frame) {
        HttpEndpoint http = new HttpEndpoint(endpoint, harvest);
        HttpConditions conditions = http.conditions();
        Map<String, Object> step = new LinkedHashMap<>();
        String name = endpoint.text("name", "");
        if (!name.isEmpty()) {
            step.put("name", name);
        }
        step.putAll(http.exchange(endpoint.text("url", ""), conditions));
        List<Map<String, Object>> extractions = extractions(endpoint);
        if (!extractions.isEmpty()) {
            step.put("extract", extractions);
        }
        address(endpoint).ifPresent(address -> http.beside(frame, address, conditions));
        if (conditions.slowLimit() != null) {
            harvest.often(endpoint.at(CONDITIONS), "[RESPONSE_TIME]", "Only all steps together can have a limit.");
        }
        if (endpoint.flag("always-run", false)) {
            harvest.detail(endpoint.at("always-run"), name, "No step is taken after one that failed.");
        }
        return step;
    }

    private List<Map<String, Object>> extractions(Foreign endpoint) {
        List<Map<String, Object>> extractions = new ArrayList<>();
        endpoint.textMap("store").forEach((name, from) -> {
            Map<String, Object> extraction = new LinkedHashMap<>();
            extraction.put("name", carried(name));
            Optional<String> path = from.startsWith("[BODY]")
                    ? JsonPredicate.expression(from.substring("[BODY]".length()))
                    : Optional.empty();
            path.ifPresent(expression -> {
                extraction.put("from", "JSON");
                extraction.put("expression", expression);
            });
            if (from.equals("[STATUS]")) {
                extraction.put("from", "STATUS");
            }
            if (SECRET.matcher(name).matches()) {
                extraction.put("secret", true);
            }
            if (extraction.containsKey("from")) {
                extractions.add(extraction);
            } else {
                harvest.detail(endpoint.child("store").at(name), from, "It cannot be carried on.");
            }
        });
        return extractions;
    }

    /** With what the suite knows from the start in its places, and placeholders where a step before finds it. */
    private @Nullable Object filled(@Nullable Object value, boolean placeholders) {
        return switch (value) {
            case String text ->
                USE.matcher(text)
                        .replaceAll(use -> Matcher.quoteReplacement(value(use.group(1), use.group(), placeholders)));
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> filled = new LinkedHashMap<>();
                map.forEach((name, field) -> filled.put(name, filled(field, placeholders && !CONDITIONS.equals(name))));
                yield filled;
            }
            case List<?> list ->
                list.stream().map(item -> filled(item, placeholders)).toList();
            case null, default -> value;
        };
    }

    private String value(String name, String use, boolean placeholders) {
        String constant = constants.get(name);
        return constant != null ? constant : placeholders ? "{{" + carried(name) + "}}" : use;
    }

    private static String carried(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_");
    }
}
