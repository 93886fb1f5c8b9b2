package io.bellwether.probe.courtesy;

import io.bellwether.platform.egress.WireFailure;

/**
 * Whom a probe asks before it contacts a host to look at its posture. All nodes together keep to what is allowed. Probes that
 * find out whether a service can be used do not ask: they do what a user does.
 *
 * <p>A refusal is a {@link WireFailure} with the outcome UNKNOWN and the reason in one sentence; nothing was sent then. It is
 * counted in {@code bellwether_courtesy_refusals_total}. Not to be asked inside a transaction.
 */
public interface Courtesy {

    /**
     * Takes what a visit needs from the host's budget of today, all of it or nothing.
     *
     * @param host name or address, without a port
     * @param contacts how many requests and connections it will make; should it make more, they are taken one by one
     * @throws WireFailure when the host is not to be contacted, has asked to be left alone, or its budget does not suffice
     */
    Visit visit(String host, int contacts) throws WireFailure;

    /**
     * As {@link #visit}, for what is done with a host once a day at most, on whichever node. A scan counts as soon as it has
     * begun, whatever comes of it; one that is refused does not.
     *
     * @param what the kind of scan, up to 100 characters; each has a day of its own
     * @throws WireFailure also when there was such a scan within the last day
     */
    Visit scan(String host, String what, int contacts) throws WireFailure;
}
