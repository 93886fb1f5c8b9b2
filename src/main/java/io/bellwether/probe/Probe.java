package io.bellwether.probe;

import io.bellwether.platform.egress.WireFailure;

/**
 * One kind of check. An implementation is a CDI bean in a sub-package of its own, with a nested {@code record Settings}
 * whose components carry Bean Validation constraints and a pure static {@code judge}; nothing else is needed to add a kind.
 *
 * @param <S> the kind's settings
 */
public interface Probe<S extends Record> {

    /** The kind's name in the API: lower-case words with hyphens between them, unique. */
    String kind();

    /** One sentence for people who choose a kind. */
    String description();

    Class<S> settings();

    /**
     * Whether its outcome says that the vendor's service can be used or not: it counts for availability, opens outages and
     * gives the vendor its status. False for kinds that gather evidence of something else.
     */
    default boolean decidesAvailability() {
        return true;
    }

    /** How often it looks where nobody says otherwise. */
    default Cadence cadence() {
        return Cadence.USUAL;
    }

    /**
     * Makes one attempt on the wire. Ends before {@link ProbeContext#deadline()}; whatever the vendor does becomes a
     * {@link Verdict}. An exception other than {@link WireFailure} means a bug and is recorded as UNKNOWN.
     *
     * @throws WireFailure when the exchange failed; the runner makes a verdict of it
     */
    Verdict run(S settings, ProbeContext context) throws WireFailure;
}
