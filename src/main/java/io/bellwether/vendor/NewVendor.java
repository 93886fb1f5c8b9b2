package io.bellwether.vendor;

import io.bellwether.core.Tier;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a vendor by those who register it; components as in {@link Vendor}.
 *
 * @param slug derived from the name when absent
 * @param tier STANDARD when absent
 * @param domains host names that belong to the vendor
 * @param capabilities what the business uses it for, in its own words
 */
public record NewVendor(
        @NotBlank @Size(max = 120) String name,

        @Nullable @Pattern(regexp = Slug.PATTERN, message = Slug.MESSAGE) String slug,

        @Nullable @HttpUrl @Size(max = 2048) String website,
        @Nullable Tier tier,
        @Nullable @HttpUrl @Size(max = 2048) String statusPage,

        @Nullable @Size(max = 50) List<
                        @NotBlank @Size(max = 253) @Pattern(regexp = HOST, message = "must be a host name such as example.com") String>
                domains,

        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 80) String> capabilities,
        @Nullable @Valid LegalEntity legalEntity,
        @Nullable @Valid Owners owners) {

    /** Labels of letters, digits and hyphens (RFC 1123), two at least; an internationalised name in its ASCII form. */
    static final String HOST = "(?i)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";

    /** A vendor of which only the name is known. */
    public static NewVendor named(String name) {
        return new NewVendor(name, null, null, null, null, null, null, null, null);
    }
}
