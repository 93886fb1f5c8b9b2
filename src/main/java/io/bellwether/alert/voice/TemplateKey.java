package io.bellwether.alert.voice;

import io.bellwether.core.Lens;
import java.util.Locale;

/**
 * Which text it is.
 *
 * @param rule the rule's name
 */
public record TemplateKey(String rule, Moment moment, Lens lens) {

    TemplateKey at(Moment other) {
        return new TemplateKey(rule, other, lens);
    }

    /** The name of the file of the built-in template. */
    String file() {
        return rule + "." + moment.word() + "." + lens.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    @Override
    public String toString() {
        return rule + " " + moment + " " + lens;
    }
}
