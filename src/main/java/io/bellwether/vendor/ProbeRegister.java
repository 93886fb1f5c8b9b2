package io.bellwether.vendor;

import static java.util.stream.Collectors.toMap;

import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The probes of all vendors. Every change fires {@link ProbeChanged} in its own transaction. */
@ApplicationScoped
public class ProbeRegister {

    private final ProbeRow.Repository rows;
    private final VendorRow.Repository vendors;
    private final Event<ProbeChanged> changed;
    private final Audit audit;
    private final Clock clock;

    ProbeRegister(
            ProbeRow.Repository rows,
            VendorRow.Repository vendors,
            Event<ProbeChanged> changed,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.vendors = vendors;
        this.changed = changed;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts a probe into service.
     *
     * @throws Problem 400 naming each wrong field; 404 when there is no such vendor in the register
     */
    @Transactional
    public ConfiguredProbe add(UUID vendorId, NewProbe probe) {
        ProbeRules.check(probe);
        VendorRow vendor = vendors.findById(vendorId);
        if (vendor == null || vendor.archivedAt != null) {
            throw Problem.notFound("vendor", vendorId);
        }
        ProbeRow row = new ProbeRow(vendorId, probe, clock.instant());
        rows.persist(row);
        return announce("probe.add", row);
    }

    /** The probe, in service. */
    @Transactional
    public ConfiguredProbe require(UUID id) {
        return row(id).toProbe();
    }

    /** The probe, in service or removed. */
    @Transactional
    public Optional<ConfiguredProbe> find(UUID id) {
        return rows.findByIdOptional(id).map(ProbeRow::toProbe);
    }

    /** Those in service, oldest first. */
    @Transactional
    public List<ConfiguredProbe> of(UUID vendorId) {
        return rows.activeOf(vendorId).stream().map(ProbeRow::toProbe).toList();
    }

    /** Those of these that exist, in service or removed. */
    @Transactional
    public Map<UUID, ConfiguredProbe> byId(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream().map(ProbeRow::toProbe).collect(toMap(ConfiguredProbe::id, it -> it));
    }

    /**
     * Changes what is given and leaves the rest.
     *
     * @throws Problem 400 naming each wrong field, 404, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public ConfiguredProbe change(UUID id, @Nullable String ifMatch, ProbeChange change) {
        ProbeRow row = row(id);
        ETags.check(ifMatch, row.version);
        NewProbe merged = merged(row.toProbe(), change);
        ProbeRules.check(merged);
        row.set(merged, clock.instant());
        return announce("probe.change", row);
    }

    /** Takes a probe out of service; its history stays. */
    @Transactional
    public void remove(UUID id) {
        remove(id, null);
    }

    /** As {@link #remove(UUID)}, unless {@code ifMatch} is stale (412). */
    @Transactional
    public void remove(UUID id, @Nullable String ifMatch) {
        ProbeRow row = row(id);
        ETags.check(ifMatch, row.version);
        row.remove(clock.instant());
        announce("probe.remove", row);
    }

    private ProbeRow row(UUID id) {
        return rows.active(id).orElseThrow(() -> Problem.notFound("probe", id));
    }

    private ConfiguredProbe announce(String action, ProbeRow row) {
        rows.flush();
        ConfiguredProbe probe = row.toProbe();
        audit.record(action, "probe/" + probe.id(), Map.of("kind", probe.kind(), "name", probe.name()));
        changed.fire(new ProbeChanged(probe));
        return probe;
    }

    private static NewProbe merged(ConfiguredProbe probe, ProbeChange change) {
        return new NewProbe(
                probe.kind(),
                Objects.requireNonNullElse(change.name(), probe.name()),
                Objects.requireNonNullElse(change.every(), probe.every()),
                Objects.requireNonNullElse(change.timeout(), probe.timeout()),
                Objects.requireNonNullElse(change.confirm(), probe.confirm()),
                Objects.requireNonNullElse(change.placement(), probe.placement()),
                Objects.requireNonNullElse(change.settings(), probe.settings()));
    }
}
