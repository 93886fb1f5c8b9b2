package io.bellwether.probe.registry;

import io.bellwether.probe.registry.Company.Listing;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether several of those who lead a company have left lately. Their names are not kept. */
final class Directors {

    private static final String SIGNAL = "company-directors";
    private static final int WINDOW_DAYS = 90;
    private static final int SEVERAL = 2;
    private static final Set<String> ROLES = Set.of(
            "director",
            "corporate-director",
            "nominee-director",
            "corporate-nominee-director",
            "llp-designated-member",
            "corporate-llp-designated-member",
            "llp-member",
            "corporate-llp-member",
            "member-of-a-management-organ",
            "member-of-an-administrative-organ");

    private Directors() {}

    static void add(States states, Listing officers) {
        Map<String, LocalDate> left = new HashMap<>();
        int undated = 0;
        for (Answer officer : officers.items()) {
            LocalDate resigned = officer.day("resigned_on");
            if (!ROLES.contains(String.valueOf(officer.text("officer_role"))) || !officer.has("resigned_on")) {
                continue;
            }
            if (resigned == null) {
                undated++;
            } else if (isLately(resigned, states.today())) {
                String name = officer.text("name");
                left.merge(name == null ? "#" + left.size() : name, resigned, Directors::earlier);
            }
        }
        List<LocalDate> days = left.values().stream().sorted().toList();
        if (days.size() >= SEVERAL) {
            states.add(
                    SIGNAL,
                    "SEVERAL_LEFT",
                    days.get(SEVERAL - 1),
                    Map.of("resignedOn", days.stream().map(LocalDate::toString).toList()));
        } else if (!officers.complete() || days.size() + undated >= SEVERAL) {
            states.unknown(SIGNAL, "The register has more officers than were read, or does not tell when some left.");
        } else {
            states.add(SIGNAL, "STEADY", null, Map.of("resigned", days.size()));
        }
    }

    private static boolean isLately(LocalDate resigned, LocalDate today) {
        return !resigned.isAfter(today) && resigned.isAfter(today.minusDays(WINDOW_DAYS));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
