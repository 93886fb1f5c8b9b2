package io.bellwether.probe.courtesy;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.WireFailure;

/** Lets nobody contact anybody. */
public final class ClosedCourtesy implements Courtesy {

    public static final String REASON = "The daily budget is used up.";

    @Override
    public Visit visit(String host, int contacts) throws WireFailure {
        throw new WireFailure(Outcome.UNKNOWN, Cause.CIRCUIT_OPEN, REASON, Phases.NONE);
    }

    @Override
    public Visit scan(String host, String what, int contacts) throws WireFailure {
        return visit(host, contacts);
    }
}
