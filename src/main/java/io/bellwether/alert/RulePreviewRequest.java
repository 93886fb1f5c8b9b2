package io.bellwether.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rule to try on the past: one that there is, or one that there is not yet.
 *
 * @param ruleId of a rule that people made, with the numbers that vendors have of their own, or of {@code vendor-down}
 * @param rule else this one; its name does not matter
 * @param vendor only for this vendor, by its slug; for all that the rule watches when absent
 * @param days how far back, 30 when absent
 */
public record RulePreviewRequest(
        @Nullable UUID ruleId,
        @Nullable @Valid NewAlertRule rule,
        @Nullable @Size(max = 120) String vendor,
        @Nullable @Min(1) @Max(30) Integer days) {

    static final int USUAL_DAYS = 30;
}
