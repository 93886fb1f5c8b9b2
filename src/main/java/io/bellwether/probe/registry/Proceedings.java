package io.bellwether.probe.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a legal entity is being ended. What is under way counts, and for a year what is completed: after that it was either
 * ended, and its status says so, or it went on.
 */
final class Proceedings {

    private static final String SIGNAL = "legal-entity-proceedings";
    private static final int RECENT_DAYS = 365;

    private static final Map<String, String> MEANINGS = Map.of(
            "BANKRUPTCY", "INSOLVENCY",
            "INSOLVENCY", "INSOLVENCY",
            "VOLUNTARY_ARRANGEMENT", "ARRANGEMENT",
            "LIQUIDATION", "LIQUIDATION",
            "DISSOLUTION", "LIQUIDATION");

    private static final List<String> WORST_FIRST = List.of("INSOLVENCY", "ARRANGEMENT", "LIQUIDATION");

    private record Event(
            String type, String status, @Nullable LocalDate at) {

        static Event of(Answer answer) {
            LocalDate effective = answer.day("effectiveDate");
            return new Event(
                    String.valueOf(answer.text("type")),
                    String.valueOf(answer.text("status")),
                    effective == null ? answer.day("recordedDate") : effective);
        }

        boolean counts(LocalDate today) {
            return status.equals("IN_PROGRESS")
                    || (status.equals("COMPLETED")
                            && at != null
                            && !at.isAfter(today)
                            && at.isAfter(today.minusDays(RECENT_DAYS)));
        }

        String meaning() {
            return MEANINGS.getOrDefault(type, "");
        }
    }

    private Proceedings() {}

    /** @param merged then it was dissolved into another, which is no trouble */
    static void add(States states, Answer entity, boolean merged) {
        if (!entity.has("eventGroups")) {
            states.unknown(SIGNAL, "The index does not tell of events.");
            return;
        }
        List<Event> events = entity.parts("eventGroups").stream()
                .flatMap(group -> group.parts("events").stream())
                .map(Event::of)
                .filter(event -> MEANINGS.containsKey(event.type()))
                .filter(event -> event.counts(states.today()))
                .filter(event -> !merged || !event.meaning().equals("LIQUIDATION"))
                .sorted(Comparator.comparingInt(event -> WORST_FIRST.indexOf(event.meaning())))
                .toList();
        if (events.isEmpty()) {
            states.add(SIGNAL, "NONE", null, Map.of());
            return;
        }
        Event worst = events.getFirst();
        states.add(SIGNAL, worst.meaning(), worst.at(), Map.of("event", worst.type(), "status", worst.status()));
    }
}
