package io.bellwether.core.posture.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers from lines such as {@code example.com TXT v=spf1 -all}; what is listed as SILENT answers nothing else. */
final class Zone implements Questions {

    private final Map<String, List<String>> records = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    static Zone of(String lines) {
        Zone zone = new Zone();
        lines.lines().filter(line -> !line.isBlank()).forEach(zone::add);
        return zone;
    }

    private void add(String line) {
        String[] parts = line.stripLeading().split(" +", 3);
        records.computeIfAbsent(parts[0] + " " + parts[1], _ -> new ArrayList<>())
                .add(parts.length > 2 ? parts[2] : "");
    }

    @Override
    public DnsAnswer ask(String name, String type) {
        String plain = DnsAnswer.plain(name);
        asked.add(plain + " " + type);
        List<String> values = records.getOrDefault(plain + " " + type, List.of());
        if (!values.isEmpty()) {
            return DnsAnswer.found(name, type, values);
        }
        if (records.containsKey(plain + " SILENT") || records.containsKey(plain + " SILENT-" + type)) {
            return DnsAnswer.unanswered(name, type, "No answer came for the " + type + " of " + plain + ".");
        }
        boolean exists = records.keySet().stream()
                .map(key -> key.substring(0, key.indexOf(' ')))
                .anyMatch(other -> other.equals(plain) || other.endsWith("." + plain));
        return DnsAnswer.nothing(name, type, exists);
    }

    List<String> asked() {
        return asked;
    }
}
