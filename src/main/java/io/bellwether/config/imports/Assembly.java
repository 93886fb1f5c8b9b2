package io.bellwether.config.imports;

import io.bellwether.config.text.YamlWriter;
import io.bellwether.core.Confirmation;
import io.bellwether.platform.Problem;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.Slug;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a document of a harvest, with nothing in it that would be refused. */
final class Assembly {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 120;

    private record Draft(String name, List<Map<String, Object>> probes, Set<String> names) {}

    private final ProbeKinds kinds;
    private final Harvest harvest;
    private final Map<String, Draft> vendors = new LinkedHashMap<>();
    private final Set<String> carried = new HashSet<>();
    private final Set<List<Object>> beside = new HashSet<>();

    Assembly(ProbeKinds kinds, Harvest harvest) {
        this.kinds = kinds;
        this.harvest = harvest;
    }

    Imported assemble() {
        harvest.found().forEach(this::put);
        harvest.beside().stream()
                .filter(probe -> carried.contains(probe.path()))
                .forEach(this::putBeside);
        List<Map<String, Object>> entries = vendors.entrySet().stream()
                .map(vendor -> entry(vendor.getKey(), vendor.getValue()))
                .toList();
        int probes = vendors.values().stream()
                .mapToInt(draft -> draft.probes().size())
                .sum();
        return new Imported(
                YamlWriter.write(Map.of("vendors", entries)),
                new Imported.Carried(carried.size(), vendors.size(), probes),
                harvest.leftovers());
    }

    private void put(Found found) {
        try {
            kinds.validated(found.kind(), found.settings());
            add(found);
            carried.add(found.path());
        } catch (Problem problem) {
            harvest.lost(found.path(), found.name(), why(found, problem));
        }
    }

    /** Where several monitors of a vendor want the same beside them, one does. */
    private void putBeside(Found found) {
        try {
            if (beside.add(List.of(found.vendor(), found.kind(), found.settings()))) {
                kinds.validated(found.kind(), found.settings());
                add(found);
            }
        } catch (Problem problem) {
            harvest.detail(found.path(), found.name(), why(found, problem));
        }
    }

    /** With the settings as they were found: validated, their secrets would be sealed. */
    private void add(Found found) {
        Draft vendor = vendor(found.vendor());
        Duration every = within(found);
        Duration timeout = found.timeout() == null || found.timeout().toMillis() < 1 ? TIMEOUT : found.timeout();
        Map<String, Object> probe = new LinkedHashMap<>();
        probe.put(
                "name",
                name(found.name().isBlank() ? found.kind() : found.name().strip(), vendor.names()));
        probe.put("kind", found.kind());
        probe.put("every", every.toString());
        probe.put("timeout", (timeout.compareTo(every) > 0 ? every : timeout).toString());
        if (found.confirm() != null) {
            probe.put("confirm", entry(found.confirm()));
        }
        probe.put("settings", found.settings());
        vendor.probes().add(probe);
    }

    private static Map<String, Object> entry(Confirmation confirm) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("attempts", confirm.attempts());
        entry.put("delay", confirm.delay().toString());
        return entry;
    }

    /** Vendors whose names make the same slug are the same. */
    private Draft vendor(String name) {
        String shown = name.isBlank() ? "Imported" : cut(name.strip(), LONGEST_NAME);
        String slug = Slug.of(shown);
        return vendors.computeIfAbsent(
                slug.isEmpty() ? "imported" : slug, _ -> new Draft(shown, new ArrayList<>(), new HashSet<>()));
    }

    private Duration within(Found found) {
        Duration every = found.every();
        Duration possible = every.compareTo(SHORTEST) < 0 ? SHORTEST : every.compareTo(LONGEST) > 0 ? LONGEST : every;
        if (!possible.equals(every)) {
            harvest.detail(found.path(), "every " + every, "A probe runs every PT5S at the most and P1D at the least.");
        }
        return possible;
    }

    private static Map<String, Object> entry(String slug, Draft draft) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("slug", slug);
        entry.put("name", draft.name());
        entry.put("probes", draft.probes());
        return entry;
    }

    private static String name(String wanted, Set<String> taken) {
        String name = cut(wanted, LONGEST_NAME);
        for (int number = 2; !taken.add(name); number++) {
            String suffix = " (" + number + ")";
            name = cut(wanted, LONGEST_NAME - suffix.length()) + suffix;
        }
        return name;
    }

    /** Never in the middle of a character. */
    private static String cut(String name, int longest) {
        int end = Math.min(name.length(), longest);
        boolean half = end > 0 && Character.isHighSurrogate(name.charAt(end - 1));
        return name.substring(0, half ? end - 1 : end).strip();
    }

    private String why(Found found, Problem problem) {
        if (kinds.all().stream().noneMatch(kind -> kind.kind().equals(found.kind()))) {
            return "This Bellwether has no probes of the kind '" + found.kind() + "'.";
        }
        if (problem.status() >= 500) {
            throw problem;
        }
        return "The kind '" + found.kind() + "' does not take it: "
                + (problem.errors().isEmpty()
                        ? problem.detail()
                        : problem.errors().stream()
                                .map(error -> error.pointer() + ": " + error.detail())
                                .collect(Collectors.joining(" ")));
    }
}
