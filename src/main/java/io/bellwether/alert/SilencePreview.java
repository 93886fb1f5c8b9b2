package io.bellwether.alert;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a silence would cover if it were set now.
 *
 * @param alerts open alerts that nobody would be told of
 * @param protectedAlerts open alerts that match as well but are told all the same: security and contract alerts, and those about
 *     Bellwether itself, are silenced only by a matcher that names their domain, their class or their rule
 */
public record SilencePreview(List<Covered> alerts, List<Covered> protectedAlerts) {

    /**
     * An open alert.
     *
     * @param vendor null when it is about Bellwether itself
     */
    public record Covered(UUID id, String rule, @Nullable String vendor, String severity) {

        static Covered of(Alert alert) {
            return new Covered(
                    alert.id(), alert.rule(), alert.vendor(), alert.severity().name());
        }
    }
}
