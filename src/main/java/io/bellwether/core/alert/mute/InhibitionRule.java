package io.bellwether.core.alert.mute;

import java.util.Map;

/**
 * An inhibition that is always in force.
 *
 * @param name stable, in kebab case
 * @param explanation why the one explains the other, for people
 */
public record InhibitionRule(String name, Inhibition inhibition, Reach reach, String explanation) {

    static final String VENDOR = "vendor";

    /** Whose alerts a cause explains. */
    public enum Reach {
        /** Of those who agree with it in the labels of the inhibition. */
        EQUAL_LABELS,
        /** Of the vendors that rest on the cause's vendor; which of two explains the other is clear then. */
        DEPENDANTS
    }

    /**
     * Whether one alert explains another.
     *
     * @param cause the labels of an alert that fires, told or not
     * @param effect the labels of another
     */
    public boolean explains(Map<String, String> cause, Map<String, String> effect, Dependencies dependencies) {
        return switch (reach) {
            case EQUAL_LABELS -> inhibition.explains(cause, effect);
            case DEPENDANTS ->
                inhibition.fits(cause, effect)
                        && dependencies.of(effect.getOrDefault(VENDOR, "")).contains(cause.getOrDefault(VENDOR, ""));
        };
    }
}
