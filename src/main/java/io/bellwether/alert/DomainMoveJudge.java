package io.bellwether.alert;

import io.bellwether.fact.Fact;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Whether a domain went into other hands. */
final class DomainMoveJudge {

    static final String REGISTRAR = "domain-registrar";
    private static final Set<String> SIGNALS = Set.of(REGISTRAR, "domain-name-servers");

    private DomainMoveJudge() {}

    static boolean concerns(Fact fact) {
        return fact.value() != null && SIGNALS.contains(fact.signal());
    }

    /** A registrar that writes its name another way is the same. */
    static boolean moved(Fact before, Fact now) {
        if (!now.signal().equals(REGISTRAR)) {
            return !Objects.equals(before.value(), now.value());
        }
        Object idBefore = before.detail().get("registrarId");
        Object id = now.detail().get("registrarId");
        if (idBefore == null || id == null) {
            return !letters(before).equals(letters(now));
        }
        return !idBefore.equals(id);
    }

    private static String letters(Fact registrar) {
        StringBuilder letters = new StringBuilder();
        String.valueOf(registrar.value())
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
