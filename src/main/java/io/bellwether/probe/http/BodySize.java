package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireFailure;
import org.jspecify.annotations.Nullable;

/** Whether a body is as large as it should be, after decompression. */
final class BodySize {

    /** Large enough for any page a vendor serves, small enough for hundreds at once; in bytes. */
    static final int MOST = 4 * 1024 * 1024;

    private BodySize() {}

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        int size = content.response().body().size();
        Integer least = exchange.minBytes();
        if (least != null && size < least) {
            return Mismatch.body("The body has " + size + " bytes, fewer than " + least + ".");
        }
        Integer most = exchange.maxBytes();
        return most != null && size > most
                ? Mismatch.body("The body has " + size + " bytes, more than " + most + ".")
                : null;
    }

    /** A body too large to be read is larger than any limit that was set. */
    static WireFailure judged(Exchange exchange, WireFailure failure) {
        Integer most = exchange.maxBytes();
        return most == null || failure.failureCause() != Cause.BODY_TOO_LARGE
                ? failure
                : new WireFailure(
                        Outcome.DOWN,
                        Cause.BODY_MISMATCH,
                        "The body has more than " + most + " bytes.",
                        failure.phases());
    }
}
