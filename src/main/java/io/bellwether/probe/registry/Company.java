package io.bellwether.probe.registry;

import io.bellwether.core.Phases;
import java.util.List;

/**
 * What Companies House answered about a company.
 *
 * @param cases of insolvency, of all times
 * @param accounts the accounts it filed, and what else it filed about them
 */
record Company(Answer profile, List<Answer> cases, Listing charges, Listing officers, Listing accounts, Phases phases) {

    /** @param complete whether there are no more than these */
    record Listing(List<Answer> items, boolean complete) {

        static final Listing NOTHING = new Listing(List.of(), true);
    }
}
