package io.bellwether.config;

import io.bellwether.core.Tier;
import io.bellwether.notify.Audience;
import io.bellwether.notify.person.QuietTimes;
import io.bellwether.slo.ObjectiveKind;
import io.bellwether.slo.ObjectiveWindow;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.VendorEntity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The register as a document. What is absent stays as it is; a field of a vendor or an objective that is null is cleared.
 *
 * @param prune whether what a list of the document does not name is to go
 */
record Document(
        @Nullable Boolean prune,
        @Nullable List<VendorEntry> vendors,
        @Nullable List<ChannelEntry> channels) {

    /** A vendor; its slug is its identity. Components as in {@link io.bellwether.vendor.NewVendor}; the entities are all entities. */
    record VendorEntry(
            @Nullable String slug,
            @Nullable String name,
            @Nullable String website,
            @Nullable Tier tier,
            @Nullable String statusPage,
            @Nullable List<String> domains,
            @Nullable List<String> capabilities,
            @Nullable LegalEntity legalEntity,
            @Nullable List<VendorEntity> entities,
            @Nullable Owners owners,
            @Nullable List<ProbeEntry> probes,
            @Nullable List<ObjectiveEntry> objectives) {}

    /**
     * A probe; its name is its identity within the vendor. The settings are the whole settings, the locations all locations;
     * an empty list is anywhere.
     */
    record ProbeEntry(
            @Nullable String name,
            @Nullable String kind,
            @Nullable Duration every,
            @Nullable Duration timeout,
            @Nullable ConfirmEntry confirm,
            @Nullable List<String> locations,
            @Nullable Integer quorum,
            @Nullable Map<String, Object> settings) {}

    /** Components as in {@link io.bellwether.core.Confirmation}. */
    record ConfirmEntry(
            @Nullable Integer attempts, @Nullable Duration delay) {}

    /**
     * An objective; its name is its identity within the vendor. Components as in {@link io.bellwether.slo.NewObjective}, but the
     * probe by its name. The window is the whole window.
     */
    record ObjectiveEntry(
            @Nullable String name,
            @Nullable String probe,
            @Nullable ObjectiveKind kind,
            @Nullable Double target,
            @Nullable Duration threshold,
            @Nullable ObjectiveWindow window) {}

    /** A channel; its name is its identity. Components as in {@link io.bellwether.notify.NewChannel}. */
    record ChannelEntry(
            @Nullable String name,
            @Nullable String kind,
            @Nullable Audience lens,
            @Nullable Boolean enabled,
            @Nullable QuietTimes quietHours,
            @Nullable String fallback,
            @Nullable Map<String, Object> settings) {}
}
