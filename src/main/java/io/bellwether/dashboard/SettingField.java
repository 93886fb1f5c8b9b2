package io.bellwether.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form for settings.
 *
 * @param name as sent, with the path before it
 * @param help what belongs into it; empty when the label says enough
 * @param input the type of the input; {@code textarea} for a list, one item a line
 * @param length the most characters; null when any number may be written
 */
public record SettingField(
        String name,
        String label,
        String help,
        String input,
        boolean required,
        @Nullable Integer length) {}
