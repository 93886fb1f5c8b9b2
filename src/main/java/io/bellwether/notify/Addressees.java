package io.bellwether.notify;

import io.bellwether.alert.Bellwether;
import io.bellwether.core.Lens;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is behind a channel when it comes to a vendor. */
@Singleton
final class Addressees {

    private final ChannelSettings settings;

    Addressees(ChannelSettings settings) {
        this.settings = settings;
    }

    List<Receiver> of(ChannelRow channel, Vendor vendor) {
        return switch (recipients(channel)) {
            case Recipients.OnePlace _ -> List.of(Receiver.place(channel.id, channel.lens));
            case Recipients.Addresses(List<String> addresses) ->
                addresses.stream()
                        .distinct()
                        .map(address -> Receiver.address(channel.id, address, channel.lens, Receiver.UTC))
                        .toList();
            case Recipients.VendorOwners _ -> owners(channel.id, channel.lens, vendor);
        };
    }

    /** Settings that an earlier version took may not hold any more; the attempt to send says so. */
    private Recipients recipients(ChannelRow channel) {
        try {
            return settings.configured(channel.kind, channel.settings).recipients();
        } catch (Problem e) {
            return new Recipients.OnePlace();
        }
    }

    static List<Receiver> owners(UUID channel, Audience audience, Vendor vendor) {
        Owner it = vendor.owners().of(Lens.IT);
        Owner marketing = vendor.owners().of(Lens.MARKETING);
        if (audience == Audience.BOTH && it != null && marketing != null && samePerson(it, marketing)) {
            return List.of(Receiver.address(channel, it.email(), Audience.BOTH, zone(it)));
        }
        List<Receiver> receivers = new ArrayList<>();
        for (Lens lens : audience.lenses()) {
            Owner owner = vendor.owners().of(lens);
            receivers.add(
                    owner == null
                            ? nobody(channel, lens, vendor)
                            : Receiver.address(channel, owner.email(), Audience.of(lens), zone(owner)));
        }
        return receivers;
    }

    private static boolean samePerson(Owner one, Owner other) {
        return one.email().equalsIgnoreCase(other.email());
    }

    private static Receiver nobody(UUID channel, Lens lens, Vendor vendor) {
        String side = lens == Lens.IT ? "IT" : "marketing";
        String remedy = vendor.id().equals(Bellwether.ID)
                ? "Bellwether itself has no owner; set BELLWETHER_NOTIFY_OPERATOR."
                : vendor.name() + " has no " + side + " owner; name one in the register.";
        return Receiver.missing(channel, side + " owner", Audience.of(lens), remedy);
    }

    /** Somebody who is meant himself; an owner of the vendor in the voice of his side. */
    static Receiver person(UUID channel, String email, Vendor vendor) {
        boolean it = isOwner(vendor.owners().it(), email);
        boolean marketing = isOwner(vendor.owners().marketing(), email);
        Audience audience = it == marketing ? Audience.BOTH : Audience.of(it ? Lens.IT : Lens.MARKETING);
        ZoneId zone = Stream.of(
                        vendor.owners().it(),
                        vendor.owners().marketing(),
                        vendor.owners().budget())
                .filter(owner -> isOwner(owner, email))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(Addressees::zone)
                .orElse(Receiver.UTC);
        return Receiver.address(channel, email, audience, zone);
    }

    private static boolean isOwner(@Nullable Owner owner, String email) {
        return owner != null && owner.email().equalsIgnoreCase(email);
    }

    private static ZoneId zone(Owner owner) {
        return owner.timeZone() == null ? Receiver.UTC : ZoneId.of(owner.timeZone());
    }
}
