package io.bellwether.dashboard;

import io.bellwether.notify.Audience;
import java.util.List;

/**
 * A channel that is about to be added.
 *
 * @param kind which of {@code kinds}
 * @param kinds all there are, with what they are called
 * @param others the names of the channels there are, one of which can stand in
 */
public record ChannelView(
        String kind, String help, List<Choice> kinds, List<SettingField> fields, List<String> others, Filled form) {

    public List<Audience> audiences() {
        return List.of(Audience.BOTH, Audience.IT, Audience.MARKETING);
    }

    public boolean is(Choice other) {
        return kind.equals(other.key());
    }

    /** What was typed into a field; a secret is not sent back. */
    public String value(SettingField field) {
        return field.input().equals("password") ? "" : form.value(field.name());
    }
}
