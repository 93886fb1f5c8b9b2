package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.fact.FinanceFacts.Event;

/**
 * An event in the voice of one reader.
 *
 * @param what it is
 * @param counts whether its kind takes points at all
 */
public record EventLine(Event event, String what, boolean counts) {

    static EventLine of(Event event, Lens lens) {
        FilingWeight weight = FilingWeights.of(event.signal());
        String what = lens == Lens.IT ? weight.name() : weight.meaning();
        return new EventLine(event, what, event.weight() > 0);
    }
}
