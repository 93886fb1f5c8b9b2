package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.vendor.Vendor;

/** An alert has begun and is about to be told to whom the routes lead; in the transaction that writes the intents. */
public record AlertBegan(AlertTransition transition, Vendor vendor) {}
