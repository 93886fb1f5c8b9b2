package io.bellwether.vendor;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vendor known before anybody registers it.
 *
 * @param category what it is used for
 * @param domains host names that belong to it
 * @param legalEntity what is known of the company behind it
 * @param verifiedAt when the status page was last looked at, null for never
 * @param notes what an operator should know before adopting it
 */
public record CatalogueEntry(
        String slug,
        String name,
        String category,
        String website,
        List<String> domains,
        StatusPage statusPage,
        LegalEntity legalEntity,
        @Nullable LocalDate verifiedAt,
        @Nullable String notes) {

    /** How the vendor tells of its own incidents. */
    public enum Format {
        STATUSPAGE,
        INCIDENT_IO,
        STATUS_IO,
        SALESFORCE_TRUST,
        GOOGLE,
        AWS,
        AZURE_RSS,
        RSS,
        SLACK,
        ADOBE,
        ZENDESK,
        HEROKU,
        OTHER_JSON,
        NONE;

        /** Whether its feed is found by the page's address alone. */
        boolean isFoundByPage() {
            return this == STATUSPAGE || this == INCIDENT_IO;
        }

        /** Whether the kind {@code statuspage} reads it. */
        boolean isReadable() {
            return this != ADOBE && this != OTHER_JSON && this != NONE;
        }
    }

    /**
     * Where a vendor announces incidents.
     *
     * @param url the page for people
     * @param machineUrl where programs read it
     * @param evidence how well this was verified
     */
    public record StatusPage(
            @Nullable String url, Format format, @Nullable String machineUrl, String evidence) {

        /** Whether it can be watched without anybody saying where its feed is. */
        boolean watchable() {
            return url != null && format.isReadable() && (machineUrl != null || format.isFoundByPage());
        }
    }
}
