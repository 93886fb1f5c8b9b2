package io.bellwether.vendor;

import java.util.List;

/**
 * What a vendor's service rests on, by slug and in the order of the slugs.
 *
 * @param dependsOn what was said of it
 * @param restsOn the same and all that those rest on in turn
 * @param dependants the vendors that rest on it, directly or through others
 * @param version the vendor's; the ETag
 */
public record VendorDependencies(List<String> dependsOn, List<String> restsOn, List<String> dependants, int version) {}
