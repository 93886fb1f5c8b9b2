package io.bellwether.core;

import java.time.Instant;

/**
 * What was seen of one target at one time: enough to judge it by any rule set of its kind, then or years later. An
 * implementation is a record of JSON-shaped values that only ever gains nullable components; it holds what was seen and
 * nothing that follows from it.
 */
public interface PostureEvidence {

    /** Which rule sets can judge it: {@code page}, {@code tls}, {@code mail}, … */
    String kind();

    /** What was looked at, the same at each look: an origin, {@code host:port} or a domain, in lower case. */
    String target();

    Instant observedAt();

    /**
     * The same without what differs at each look though nothing has changed, such as nonces: two looks whose steady parts are
     * equal saw the same. The time is not compared.
     */
    default PostureEvidence steady() {
        return this;
    }
}
