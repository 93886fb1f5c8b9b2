package io.bellwether.core.score;

import io.bellwether.core.posture.CheckOutcome;

/**
 * How much one check takes from the security score.
 *
 * @param fail points when it fails
 * @param warn points when it warns
 * @param name what it checks, for IT
 * @param meaning what its failure means, for the business
 * @param rationale why it weighs what it weighs
 */
public record SecurityWeight(String signal, double fail, double warn, String name, String meaning, String rationale) {

    double points(CheckOutcome value) {
        return switch (value) {
            case FAIL -> fail;
            case WARN -> warn;
            case PASS, UNKNOWN, NOT_APPLICABLE -> 0;
        };
    }
}
