package io.bellwether.notify;

import java.util.Map;
import java.util.UUID;

/**
 * A message that this node may send until its lease ends.
 *
 * @param token proves that the lease is ours
 * @param attempts how many there were in a row, this one included
 * @param possibleDuplicate whether an earlier attempt may have arrived
 */
record Claim(long mailbox, Parcel parcel, UUID token, Target target, int attempts, boolean possibleDuplicate) {

    /**
     * Where it goes.
     *
     * @param address empty when the channel leads to one place
     * @param settings whole, with secrets
     */
    record Target(
            UUID channelId,
            String kind,
            String channelName,
            Audience lens,
            Map<String, Object> settings,
            String address) {

        /** The same channel, but one of its addresses. */
        Target at(String other) {
            return new Target(channelId, kind, channelName, lens, settings, other);
        }
    }
}
