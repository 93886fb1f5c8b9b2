package io.bellwether.vendor;

import java.util.List;

/**
 * Who stands behind a vendor in law.
 *
 * @param entities the contracting one first
 * @param version the vendor's; the ETag
 */
public record VendorEntities(List<VendorEntity> entities, int version) {}
