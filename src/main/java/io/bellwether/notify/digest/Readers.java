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
     * @param lens that of the side on which he owns vendors; both when on both or none
     * @param zone that of the first vendor whose owner has one
     */
    record Reader(List<Vendor> vendors, Audience lens, ZoneId zone) {}

    Reader of(String email) {
        List<Vendor> all = vendors.active();
        Ownership own = Ownership.of(email, all);
        return new Reader(own.vendors().isEmpty() ? all : own.vendors(), Audience.of(own.sides()), own.zone());
    }
}
