package io.bellwether.notify;

import io.bellwether.alert.Bellwether;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Whom an alert is about: a vendor, or Bellwether itself, whose owner is whoever runs it. */
@Singleton
class Concerned {

    private final VendorRegister vendors;
    private final Vendor itself;

    Concerned(VendorRegister vendors, NotifySettings settings) {
        this.vendors = vendors;
        this.itself =
                Bellwether.ownedBy(settings.operator().map(Concerned::operator).orElse(Owners.NONE));
    }

    private static Owners operator(String email) {
        Owner operator = new Owner("The operator", email, null, null);
        return new Owners(operator, operator, null);
    }

    /** Empty for an id that nobody has. */
    Optional<Vendor> find(UUID id) {
        return id.equals(Bellwether.ID) ? Optional.of(itself) : vendors.find(id);
    }

    /** Of an alert that is in the database. */
    Vendor require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("an alert of no vendor: " + id));
    }
}
