package io.bellwether.vendor;

import io.bellwether.core.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Which vendors to list, in the order of their slugs.
 *
 * @param q text that the name, the slug or a domain contains, whatever its case
 */
public record VendorQuery(
        @Nullable Tier tier,
        @Nullable String q,
        int limit,
        @Nullable String after) {}
