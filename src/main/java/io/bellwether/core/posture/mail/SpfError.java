package io.bellwether.core.posture.mail;

/** Why an evaluation ends without a word on the sender. */
final class SpfError extends Exception {

    private static final long serialVersionUID = 1L;

    private final SpfOutcome.Problem problem;
    private final String domain;

    /** @param domain whose record it is about */
    SpfError(SpfOutcome.Problem problem, String domain, String sentence) {
        super(sentence, null, false, false);
        this.problem = problem;
        this.domain = domain;
    }

    SpfOutcome.Problem problem() {
        return problem;
    }

    String domain() {
        return domain;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
