package io.bellwether.core.posture.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a domain asks receivers to do with mail that is not its own (RFC 9989, 4.7), weakest first. */
enum DmarcPolicy {
    NONE,
    QUARANTINE,
    REJECT;

    static @Nullable DmarcPolicy of(@Nullable String text) {
        for (DmarcPolicy policy : values()) {
            if (policy.word().equalsIgnoreCase(text)) {
                return policy;
            }
        }
        return null;
    }

    /** What is done while the domain only tests its policy: one level less. */
    DmarcPolicy tested() {
        return this == REJECT ? QUARANTINE : NONE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
