package io.bellwether.probe;

import java.util.List;
import java.util.Map;

/** The kinds that exist, with the JSON Schema of their settings. */
public interface ProbeKinds {

    /**
     * @param settings JSON Schema (2020-12) of the kind's settings
     */
    record Kind(String kind, String description, Map<String, Object> settings) {}

    List<Kind> all();

    /** See {@link Probe#decidesAvailability}; false for a kind that does not exist any more. */
    boolean decidesAvailability(String kind);

    /**
     * Checks settings against their kind and returns them with nothing but known fields.
     *
     * @throws io.bellwether.platform.Problem 400 naming each wrong field below {@code /settings}, or {@code /kind}
     */
    Map<String, Object> validated(String kind, Map<String, Object> settings);
}
