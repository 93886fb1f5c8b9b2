package io.bellwether.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which facts of a vendor's finances somebody disputes. */
public final class DisputedFacts {

    private DisputedFacts() {}

    /** Those that count. */
    public static List<Fact> without(List<Fact> facts, List<Suppression> inForce) {
        return facts.stream().filter(fact -> of(fact, inForce) == null).toList();
    }

    /** Who disputes it; null when nobody does. */
    static @Nullable Suppression of(Fact fact, List<Suppression> inForce) {
        return inForce.stream()
                .filter(one -> one.matches(fact.signal(), target(fact)))
                .findFirst()
                .orElse(null);
    }

    /** Which fact it is; of a state also what it says, so that worse news of the same entry counts. */
    static String target(Fact fact) {
        return fact.value() == null ? fact.key() : fact.key() + " = " + fact.value();
    }
}
