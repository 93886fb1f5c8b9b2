package io.bellwether.vendor;

import io.bellwether.core.Tier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A company whose service the business depends on.
 *
 * @param slug its name in URLs: lower-case letters, digits and hyphens, unique for ever
 * @param statusPage the URL of the page where it announces its own incidents
 * @param demo whether it is simulated and its history generated
 * @param archivedAt when it was removed from the register; its history stays
 * @param version grows with each change; the ETag
 */
public record Vendor(
        UUID id,
        String slug,
        String name,
        @Nullable String website,
        Tier tier,
        @Nullable String statusPage,
        List<String> domains,
        List<String> capabilities,
        LegalEntity legalEntity,
        Owners owners,
        boolean demo,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        int version) {

    /** What was said of it by those who registered it. */
    public NewVendor values() {
        return new NewVendor(name, slug, website, tier, statusPage, domains, capabilities, legalEntity, owners);
    }
}
