package io.bellwether.health;

import io.bellwether.vendor.Vendor;
import org.jspecify.annotations.Nullable;

/**
 * Fired inside the transaction in which a vendor's snapshot was stored.
 *
 * @param before the health of the previous assessment; null at the first
 */
public record HealthAssessed(Vendor vendor, @Nullable Health before, Health now) {}
