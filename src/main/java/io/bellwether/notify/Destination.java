package io.bellwether.notify;

import java.util.UUID;

/**
 * Where a message goes.
 *
 * @param channel the channel's id
 * @param address of the recipient; empty when the channel leads to one place
 */
public record Destination(UUID channel, String address) {}
