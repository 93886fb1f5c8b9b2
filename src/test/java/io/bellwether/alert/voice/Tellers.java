package io.bellwether.alert.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tellers without a database. */
public final class Tellers {

    private Tellers() {}

    /** One that knows the built-in templates alone, and to which a failure is an error. */
    public static Teller builtIn() {
        return new Teller(new BuiltInTemplates(), key -> Optional.empty(), failure -> {
            throw new AssertionError(failure);
        });
    }

    /** What a teller with edited templates has said of failures. */
    static final class Edited {

        final List<TemplateFailed> failures = new ArrayList<>();
        private final Map<TemplateKey, String> texts;

        Edited(Map<TemplateKey, String> texts) {
            this.texts = texts;
        }

        Teller teller() {
            return new Teller(new BuiltInTemplates(), key -> Optional.ofNullable(texts.get(key)), failures::add);
        }
    }
}
