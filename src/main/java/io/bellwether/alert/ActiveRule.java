package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;

/** A rule that is switched on, as it is configured now. */
record ActiveRule<S extends RuleSettings>(BuiltInRule rule, Severity severity, S settings) {

    /** Trouble of the rule's usual severity. */
    Signal bad() {
        return Signal.bad(severity);
    }
}
