package io.bellwether.probe.courtesy;

import io.bellwether.core.Cause;
import java.util.Locale;

/** Why a host is not contacted. */
enum Refusal {
    /** The text is no host name that a contact could be counted for. */
    NO_HOST(Cause.EGRESS_REFUSED),
    OPTED_OUT(Cause.EGRESS_REFUSED),
    /** It has asked to be left alone. */
    CLOSED(Cause.CIRCUIT_OPEN),
    BUDGET(Cause.CIRCUIT_OPEN),
    /** It has been scanned already. */
    SCANNED(Cause.CIRCUIT_OPEN),
    /** Others kept its turn for too long. */
    TURN(Cause.DEADLINE),
    /** Its robots.txt asks not to fetch the page. */
    ROBOTS(Cause.BOT_WALL);

    private final Cause cause;

    Refusal(Cause cause) {
        this.cause = cause;
    }

    Cause cause() {
        return cause;
    }

    /** Its name among the metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
