package io.bellwether.notify.slack;

import io.bellwether.notify.Message;
import java.util.Map;
import java.util.UUID;

/**
 * A message of the bot that keeps up with its alerts.
 *
 * @param place Slack's id of the channel
 * @param ts Slack's id of the message there
 * @param message what it told at first
 * @param shown what Slack shows now
 */
record SlackPost(long id, UUID channel, String place, String ts, Message message, Map<String, Object> shown) {

    /**
     * Where news of an alert goes.
     *
     * @param told the newest of the alert's changes that Slack has
     */
    record Home(long post, String place, String ts, int told) {}
}
