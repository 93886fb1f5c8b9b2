package io.bellwether.probe.dns;

import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Rcode;

/**
 * What one of a zone's servers said, or why nothing.
 *
 * @param reply null when none came
 * @param failure null when a reply came
 */
record Said(String server, @Nullable Reply reply, @Nullable WireFailure failure) {

    /** What is wrong with the server, whatever it says about the name; null when nothing is. */
    @Nullable String fault() {
        if (reply == null) {
            return failure == null ? "nothing was said" : failure.reason();
        }
        if (!reply.tells()) {
            return "It answered " + Rcode.string(reply.code()) + ".";
        }
        return reply.authoritative() ? null : "It does not know itself to be a server of the zone.";
    }

    /** Whether the fault, if any, is the server's and not ours. */
    boolean theirs() {
        return failure == null || failure.outcome() == Outcome.DOWN;
    }

    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("server", server);
        if (reply != null) {
            detail.putAll(reply.detail());
            detail.put("millis", reply.dns().millis());
        }
        String fault = fault();
        if (fault != null) {
            detail.put("fault", fault);
        }
        return detail;
    }
}
