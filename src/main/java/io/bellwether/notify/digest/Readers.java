package io.bellwether.notify.digest;

import io.bellwether.notify.Audience;
import io.bellwether.notify.person.Ownership;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;

/** What the register says of those who read digests. */
@Singleton
class Readers {

    private final VendorRegister vendors;

    Readers(VendorRegister vendors) {
        this.vendors = vendors;
    }

    /**
     * Somebody who reads digests.
     *
     * @param vendors what he is told about: those that he owns, or all when he owns none
     * @param bellwether whether he is told about Bellwether itself, as who is told about all vendors
     * @param lens that of the side on which he owns vendors; both when on both or none
     * @param zone that of the first vendor whose owner has one
     */
    record Reader(List<Vendor> vendors, boolean bellwether, Audience lens, ZoneId zone) {}

    Reader of(String email) {
        List<Vendor> all = vendors.active();
        Ownership own = Ownership.of(email, all);
        boolean ownsNone = own.vendors().isEmpty();
        return new Reader(ownsNone ? all : own.vendors(), ownsNone, Audience.of(own.sides()), own.zone());
    }
}
