package io.bellwether.notify.digest;

import io.bellwether.core.Lens;
import io.bellwether.notify.Audience;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        List<Vendor> own = all.stream()
                .filter(vendor -> roles(vendor).anyMatch(owner -> is(owner, email)))
                .toList();
        boolean it = own.stream().anyMatch(vendor -> is(vendor.owners().of(Lens.IT), email));
        boolean marketing = own.stream().anyMatch(vendor -> is(vendor.owners().of(Lens.MARKETING), email));
        Audience lens = it == marketing ? Audience.BOTH : Audience.of(it ? Lens.IT : Lens.MARKETING);
        ZoneId zone = own.stream()
                .flatMap(Readers::roles)
                .filter(owner -> is(owner, email))
                .map(Owner::timeZone)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ZoneId::of)
                .orElse(ZoneId.of("UTC"));
        return new Reader(own.isEmpty() ? all : own, lens, zone);
    }

    private static Stream<Owner> roles(Vendor vendor) {
        return Stream.of(
                        Stream.ofNullable(vendor.owners().it()),
                        Stream.ofNullable(vendor.owners().marketing()),
                        Stream.ofNullable(vendor.owners().budget()))
                .flatMap(owners -> owners);
    }

    private static boolean is(@Nullable Owner owner, String email) {
        return owner != null && owner.email().equalsIgnoreCase(email);
    }
}
