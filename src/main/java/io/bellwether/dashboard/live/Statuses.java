package io.bellwether.dashboard.live;

import io.bellwether.core.Outcome;
import io.bellwether.dashboard.portfolio.Portfolio;
import io.bellwether.dashboard.portfolio.VendorStatus;
import io.bellwether.history.Observation;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Notices when a vendor's status changes. Asks the database only when a probe says something else than before. */
@ApplicationScoped
class Statuses {

    private final Map<UUID, String> slugs = new ConcurrentHashMap<>();
    private final Map<UUID, Outcome> probes = new ConcurrentHashMap<>();
    private final Map<UUID, Outcome> vendors = new ConcurrentHashMap<>();
    private final VendorRegister register;
    private final Portfolio portfolio;

    Statuses(VendorRegister register, Portfolio portfolio) {
        this.register = register;
        this.portfolio = portfolio;
    }

    /** A slug never changes, so it is asked for once. */
    String slug(UUID vendorId) {
        return slugs.computeIfAbsent(
                vendorId, id -> register.find(id).map(Vendor::slug).orElse("unknown"));
    }

    /** The vendor's status when this observation has changed it. */
    Optional<VendorStatus> after(Observation observation) {
        if (probes.put(observation.probeId(), observation.outcome()) == observation.outcome()) {
            return Optional.empty();
        }
        VendorStatus status = portfolio.status(observation.vendorId());
        boolean same = vendors.put(observation.vendorId(), status.outcome()) == status.outcome();
        return same ? Optional.empty() : Optional.of(status);
    }
}
