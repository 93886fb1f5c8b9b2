package io.bellwether.platform.egress;

import org.jspecify.annotations.Nullable;

/**
 * How a request gets to its target.
 *
 * @param ipVersion of the target's address; a proxy chooses by itself
 * @param version of HTTP, where the connection is encrypted
 * @param proxy through which to go, null for none
 * @param identity what to show to a server that asks who we are, null for nothing
 */
public record Route(
        IpVersion ipVersion,
        HttpVersion version,
        @Nullable HttpProxy proxy,
        @Nullable ClientIdentity identity) {

    /** Straight and unnamed. */
    public static final Route DIRECT = new Route(IpVersion.ANY, HttpVersion.HTTP1, null, null);

    /** The same for who must not learn who we are. */
    public Route unnamed() {
        return new Route(ipVersion, version, proxy, null);
    }
}
