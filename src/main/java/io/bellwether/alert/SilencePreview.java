package io.bellwether.alert;

import java.util.List;
import java.util.UUID;

/**
 * What a silence would cover if it were set now.
 *
 * @param alerts open alerts that nobody would be told of
 * @param protectedAlerts open alerts that match as well but are told all the same: security and contract alerts are silenced
 *     only by a matcher that names their domain or their rule
 */
record SilencePreview(List<Covered> alerts, List<Covered> protectedAlerts) {

    /** An open alert. */
    record Covered(UUID id, String rule, String vendor, String severity) {

        static Covered of(Alert alert) {
            return new Covered(
                    alert.id(), alert.rule(), alert.vendor(), alert.severity().name());
        }
    }
}
