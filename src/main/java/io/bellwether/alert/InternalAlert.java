package io.bellwether.alert;

import io.bellwether.core.Voices;

/**
 * Something that is wrong with Bellwether itself.
 *
 * @param key what of it, for machines: at most one alert of a rule and key is open at a time
 * @param subject the same for people; the label {@code subject}
 * @param text what is told; the same while nothing has changed, for what is new is written down
 */
public record InternalAlert(InternalRule rule, String key, String subject, Voices text) {

    public static final String KEY = "key";
    static final String SUBJECT = "subject";

    /** Told alike to everybody. */
    public static InternalAlert of(InternalRule rule, String key, String subject, String text) {
        return new InternalAlert(rule, key, subject, new Voices(text, text));
    }
}
