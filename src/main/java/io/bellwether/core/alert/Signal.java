package io.bellwether.core.alert;

/** One piece of evidence for or against an alert. */
public sealed interface Signal {

    Signal GOOD = new Good();
    Signal NO_DATA = new NoData();

    /** The trouble is there. */
    record Bad(Severity severity) implements Signal {}

    /** The trouble is not there. */
    record Good() implements Signal {}

    /** We could not tell: neither fires nor resolves anything. */
    record NoData() implements Signal {}

    static Signal bad(Severity severity) {
        return new Bad(severity);
    }
}
