package io.bellwether.platform.egress;

import org.jspecify.annotations.Nullable;

/**
 * How a request gets to its target.
 *
 * @param ipVersion of the target's address; a proxy chooses by itself
 * @param version of HTTP, where the connection is encrypted
 * @param proxy through which to go, null for none
 * @param identity what to show to a server that asks who we are, null for nothing
 * @param reuse whether a connection of HTTP/1.1 may be one that was kept open, and is kept open afterwards
 * @param lenient whether a bad certificate is only reported with the answer, over a connection of its own by HTTP/1.1
 */
public record Route(
        IpVersion ipVersion,
        HttpVersion version,
        @Nullable HttpProxy proxy,
        @Nullable ClientIdentity identity,
        boolean reuse,
        boolean lenient) {

    /** Straight and unnamed, on a connection of its own. */
    public static final Route DIRECT = new Route(IpVersion.ANY, HttpVersion.HTTP1, null, null);

    /** On a connection of its own. */
    public Route(
            IpVersion ipVersion, HttpVersion version, @Nullable HttpProxy proxy, @Nullable ClientIdentity identity) {
        this(ipVersion, version, proxy, identity, false);
    }

    /** Where a bad certificate ends the exchange. */
    public Route(
            IpVersion ipVersion,
            HttpVersion version,
            @Nullable HttpProxy proxy,
            @Nullable ClientIdentity identity,
            boolean reuse) {
        this(ipVersion, version, proxy, identity, reuse, false);
    }

    /** The same for who must not learn who we are. */
    public Route unnamed() {
        return new Route(ipVersion, version, proxy, null, reuse, lenient);
    }

    /** The same over connections that are kept open. */
    public Route reusing() {
        return new Route(ipVersion, version, proxy, identity, true, lenient);
    }

    /** The same for who only looks at what is there: nothing that is sent is a secret, nothing that comes is believed. */
    public Route looking() {
        return new Route(ipVersion, HttpVersion.HTTP1, proxy, identity, false, true);
    }
}
