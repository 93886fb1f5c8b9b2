package io.bellwether.notify.person;

import io.bellwether.core.Lens;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the register says of somebody.
 *
 * @param vendors those of which he is an owner
 * @param sides on which he owns one of them; who only pays is on none
 * @param zone the first that it names for him; UTC when it names none
 */
public record Ownership(List<Vendor> vendors, Set<Lens> sides, ZoneId zone) {

    /** @param among the vendors to look at */
    public static Ownership of(String email, List<Vendor> among) {
        List<Vendor> vendors = among.stream()
                .filter(vendor -> vendor.owners().all().anyMatch(owner -> owner.is(email)))
                .toList();
        Set<Lens> sides = Arrays.stream(Lens.values())
                .filter(side -> vendors.stream().anyMatch(vendor -> owns(email, vendor.owners(), side)))
                .collect(Collectors.toSet());
        ZoneId zone = vendors.stream()
                .flatMap(vendor -> vendor.owners().all())
                .filter(owner -> owner.is(email) && owner.timeZone() != null)
                .map(Owner::zone)
                .findFirst()
                .orElse(Owner.UTC);
        return new Ownership(vendors, sides, zone);
    }

    private static boolean owns(String email, Owners owners, Lens side) {
        return Stream.ofNullable(owners.of(side)).anyMatch(owner -> owner.is(email));
    }
}
