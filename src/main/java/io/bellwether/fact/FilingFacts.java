package io.bellwether.fact;

import io.bellwether.core.score.FilingEvent;
import java.util.List;
import java.util.stream.Stream;

/** What a vendor filed, or failed to file, from facts about its finances. */
public final class FilingFacts {

    private static final String OVERDUE_REPORT = "filing-overdue";
    private static final String OVERDUE = "OVERDUE";

    private FilingFacts() {}

    /** @param facts that hold now; states of other kinds among them are left out */
    public static List<FilingEvent> of(List<Fact> facts) {
        return among(facts).map(FilingFacts::event).toList();
    }

    static Stream<Fact> among(List<Fact> facts) {
        return facts.stream().filter(FilingFacts::isEvent);
    }

    /** Whether it happened; a report that is overdue happens for as long as it does not come. */
    public static boolean isEvent(Fact fact) {
        return fact.value() == null
                || (fact.signal().equals(OVERDUE_REPORT) && fact.value().equals(OVERDUE));
    }

    static FilingEvent event(Fact fact) {
        return new FilingEvent(
                fact.signal(),
                fact.key(),
                fact.value() == null ? fact.occurredAt() : RegisterFacts.since(fact),
                fact.source());
    }
}
