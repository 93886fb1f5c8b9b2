package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import java.util.Arrays;

/** What can be wrong with Bellwether itself. Nobody can switch these off. */
public enum InternalRule {
    /** A provider refuses a channel as such; the key is the channel's id. */
    CHANNEL_BROKEN("channel-broken", Severity.CRITICAL),
    /** What is due is not measured, or what was measured is not stored. */
    EVALUATION_BEHIND("evaluation-behind", Severity.CRITICAL),
    /** What there is to tell is not told. */
    OUTBOX_OLD("outbox-old", Severity.CRITICAL),
    /** A text could not be made of its template, and something plainer was told; the key is the template's name. */
    TEMPLATE_FAILED("template-failed", Severity.WARNING),
    /** An address gets no more mail, since two came back for good; the key is the address. */
    MAILBOX_DISABLED("mailbox-disabled", Severity.WARNING),
    /** The log of changes is not as it was written. */
    AUDIT_BROKEN("audit-broken", Severity.CRITICAL);

    private final String ruleName;
    private final Severity severity;

    InternalRule(String ruleName, Severity severity) {
        this.ruleName = ruleName;
        this.severity = severity;
    }

    static boolean isOne(String name) {
        return Arrays.stream(values()).anyMatch(rule -> rule.ruleName.equals(name));
    }

    /** As in {@code alertname}, for example {@code channel-broken}. */
    public String ruleName() {
        return ruleName;
    }

    Severity severity() {
        return severity;
    }
}
