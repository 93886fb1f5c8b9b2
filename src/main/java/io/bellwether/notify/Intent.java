package io.bellwether.notify;

import java.util.UUID;

/** A message to one receiver, as far as following up on it needs. */
record Intent(UUID id, Receiver receiver, IntentState state, Message message) {}
