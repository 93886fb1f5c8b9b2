package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.HostPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An endpoint whose address is a resolver that is asked for a name. */
final class DnsEndpoint {

    /** Of these what is compared is the whole of a record's data. */
    private static final Set<String> WHOLE = Set.of("A", "AAAA", "CNAME", "NS", "PTR");

    private final Foreign endpoint;
    private final Harvest harvest;
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final List<String> expected = new ArrayList<>();

    DnsEndpoint(Foreign endpoint, Harvest harvest) {
        this.endpoint = endpoint;
        this.harvest = harvest;
    }

    void read(Found frame) {
        Foreign question = endpoint.child("dns");
        String type = question.text("query-type", "A");
        settings.put("name", question.text("query-name", "").replaceFirst("(?<=.)\\.$", ""));
        settings.put("type", type);
        settings.put("resolver", HostPort.nameServer(endpoint.text("url", "")));
        List<String> conditions = endpoint.texts("conditions");
        for (int index = 0; index < conditions.size(); index++) {
            String text = conditions.get(index);
            Optional<Condition> condition = Condition.parse(text);
            if (condition.filter(DnsEndpoint::wantsFailure).isPresent()) {
                harvest.lost(endpoint.path(), frame.name(), "A probe is DOWN when the name cannot be resolved.");
                return;
            }
            if (condition.isEmpty() || !isSaid(condition.get(), type)) {
                harvest.detail(endpoint.at("conditions") + "/" + index, text, HttpConditions.UNKNOWN);
            }
        }
        if (!expected.isEmpty()) {
            settings.put("expect", expected);
            settings.put("match", "CONTAINS");
        }
        harvest.add(frame.as("dns", settings));
    }

    private static boolean wantsFailure(Condition condition) {
        return condition.left().equals("[DNS_RCODE]")
                && condition.isEqual() != condition.alternatives().contains("NOERROR");
    }

    private boolean isSaid(Condition condition, String type) {
        boolean answer = condition.left().equals("[BODY]")
                && condition.isEqual()
                && condition.wildcard().isEmpty()
                && condition.alternatives().size() == 1
                && WHOLE.contains(type);
        Optional<Duration> slow = condition.slowerThan();
        if (answer) {
            expected.add(condition.right());
        }
        slow.ifPresent(limit -> settings.put("degradedAfter", limit.toString()));
        return answer
                || slow.isPresent()
                || (condition.left().equals("[DNS_RCODE]")
                        && condition.alternatives().size() == 1)
                || condition.says("[CONNECTED]", "true");
    }
}
