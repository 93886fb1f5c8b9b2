package io.bellwether.alert.campaign;

import io.bellwether.core.slo.Span;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The campaigns as people read and enter them. */
@ApplicationScoped
class Campaigns {

    /** Those that are over for longer are not listed any more. */
    private static final Duration LISTED = Duration.ofDays(90);

    private final CampaignRow.Repository rows;
    private final CampaignTimes times;
    private final VendorRegister vendors;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Campaigns(
            CampaignRow.Repository rows,
            CampaignTimes times,
            VendorRegister vendors,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.rows = rows;
        this.times = times;
        this.vendors = vendors;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** In the order of their beginnings. */
    @Transactional
    List<Campaign> list() {
        return rows.list("endsAt > ?1 order by startsAt, id", clock.instant().minus(LISTED)).stream()
                .map(this::campaign)
                .toList();
    }

    /** @throws Problem 404 */
    @Transactional
    Campaign require(UUID id) {
        return campaign(row(id));
    }

    /** @throws Problem 400 naming each wrong field */
    @Transactional
    Campaign create(NewCampaign values) {
        CampaignRow row = new CampaignRow(caller.name(), clock.instant());
        set(row, values);
        rows.persist(row);
        return recorded("campaign.create", row);
    }

    /** @throws Problem 400 naming each wrong field, 404, or 412 when {@code ifMatch} is stale */
    @Transactional
    Campaign change(UUID id, @Nullable String ifMatch, NewCampaign values) {
        CampaignRow row = row(id);
        ETags.check(ifMatch, row.version);
        set(row, values);
        return recorded("campaign.change", row);
    }

    /** @throws Problem 404, or 412 when {@code ifMatch} is stale */
    @Transactional
    void remove(UUID id, @Nullable String ifMatch) {
        CampaignRow row = row(id);
        ETags.check(ifMatch, row.version);
        recorded("campaign.remove", row);
        rows.delete(row);
    }

    private void set(CampaignRow row, NewCampaign values) {
        Span span = values.span();
        row.set(values, span, ids(values.vendors()));
    }

    private Set<UUID> ids(List<String> slugs) {
        Set<UUID> ids = new LinkedHashSet<>();
        List<FieldError> faults = new ArrayList<>();
        for (int position = 0; position < slugs.size(); position++) {
            try {
                ids.add(vendors.require(slugs.get(position)).id());
            } catch (Problem _) {
                faults.add(new FieldError("/vendors/" + position, "There is no vendor '" + slugs.get(position) + "'."));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return ids;
    }

    private Campaign campaign(CampaignRow row) {
        return row.toCampaign(Arrays.stream(row.vendors)
                .flatMap(id -> vendors.find(id).stream())
                .map(Vendor::slug)
                .toList());
    }

    private Campaign recorded(String action, CampaignRow row) {
        rows.flush();
        times.forget();
        Campaign campaign = campaign(row);
        audit.record(
                action,
                "campaign/" + row.id,
                Map.of(
                        "name", campaign.name(),
                        "vendors", campaign.vendors(),
                        "from", campaign.from(),
                        "to", campaign.to(),
                        "timeZone", campaign.timeZone()));
        return campaign;
    }

    private CampaignRow row(UUID id) {
        return rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("campaign", id));
    }
}
