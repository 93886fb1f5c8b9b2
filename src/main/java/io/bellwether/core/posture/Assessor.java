package io.bellwether.core.posture;

import io.bellwether.core.PostureEvidence;

/**
 * Judges evidence of one kind by one rule set: a pure function, so that old evidence can be judged anew.
 *
 * @param <E> the kind of evidence
 */
public interface Assessor<E extends PostureEvidence> {

    RuleSet ruleSet();

    /** As {@link PostureEvidence#kind()}. */
    String kind();

    Class<E> evidence();

    /** Answers every check of the rule set; what the evidence does not tell is UNKNOWN or not applicable, with the reason. */
    Assessment assess(E evidence);
}
