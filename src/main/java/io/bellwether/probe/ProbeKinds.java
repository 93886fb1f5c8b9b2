package io.bellwether.probe;

import java.util.List;
import java.util.Map;

/** The kinds that exist, with the JSON Schema of their settings. */
public interface ProbeKinds {

    /**
     * @param settings JSON Schema (2020-12) of the kind's settings
     * @param usual how often it looks where nobody says otherwise
     */
    record Kind(String kind, String description, Map<String, Object> settings, Cadence usual) {}

    List<Kind> all();

    /** See {@link Probe#decidesAvailability}; false for a kind that does not exist any more. */
    boolean decidesAvailability(String kind);

    /** How often a kind looks where nobody says otherwise; as every other for a kind that does not exist. */
    default Cadence cadence(String kind) {
        return all().stream()
                .filter(known -> known.kind().equals(kind))
                .map(Kind::usual)
                .findFirst()
                .orElse(Cadence.USUAL);
    }

    /** As {@link #validated(String, Map, Map)} for a probe that is new. */
    default Map<String, Object> validated(String kind, Map<String, Object> settings) {
        return validated(kind, settings, Map.of());
    }

    /**
     * Checks settings against their kind and returns them fit to be stored: with nothing but known fields, and with their
     * secrets sealed.
     *
     * @param stored what they replace; a secret that is sent as it was shown stays as it is there
     * @throws io.bellwether.platform.Problem 400 naming each wrong field below {@code /settings}, or {@code /kind}
     */
    Map<String, Object> validated(String kind, Map<String, Object> settings, Map<String, Object> stored);

    /** Stored settings as they may be shown: a mask in the place of each secret. */
    Map<String, Object> shown(String kind, Map<String, Object> stored);
}
