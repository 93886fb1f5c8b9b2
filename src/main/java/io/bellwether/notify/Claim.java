package io.bellwether.notify;

import java.util.Map;
import java.util.UUID;

/**
 * An intent that this node may send until its lease ends.
 *
 * @param token proves that the lease is ours
 * @param attempts how many there were, this one included
 * @param possibleDuplicate whether an earlier attempt may have arrived
 */
record Claim(Message message, UUID token, Target target, int attempts, boolean possibleDuplicate) {

    /**
     * Where it goes.
     *
     * @param receiver as in {@link Receiver#name()}
     * @param settings whole, with secrets
     */
    record Target(
            UUID channelId,
            String kind,
            String channelName,
            Audience lens,
            Map<String, Object> settings,
            String receiver) {

        /** The same channel, but one of its addresses. */
        Target at(String address) {
            return new Target(channelId, kind, channelName, lens, settings, channelId + ":" + address);
        }
    }
}
