package io.bellwether.slo;

import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;

/** Objectives as they are shown. */
@Singleton
class ObjectiveViews {

    private final VendorRegister vendors;
    private final ObjectiveStates states;

    ObjectiveViews(VendorRegister vendors, ObjectiveStates states) {
        this.vendors = vendors;
        this.states = states;
    }

    ObjectiveView of(ServiceObjective objective) {
        String slug = vendors.find(objective.vendorId()).map(Vendor::slug).orElseThrow();
        return ObjectiveView.of(objective, slug, states.of(objective));
    }
}
