package io.bellwether.notify;

import io.bellwether.alert.Bellwether;
import io.bellwether.core.Lens;
import io.bellwether.notify.person.Ownership;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
        if (audience == Audience.BOTH && it != null && marketing != null && it.is(marketing.email())) {
            return List.of(Receiver.address(channel, it.email(), Audience.BOTH, it.zone()));
        }
        List<Receiver> receivers = new ArrayList<>();
        for (Lens lens : audience.lenses()) {
            Owner owner = vendor.owners().of(lens);
            receivers.add(
                    owner == null
                            ? nobody(channel, lens, vendor)
                            : Receiver.address(channel, owner.email(), Audience.of(lens), owner.zone()));
        }
        return receivers;
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
        Ownership own = Ownership.of(email, List.of(vendor));
        return Receiver.address(channel, email, Audience.of(own.sides()), own.zone());
    }
}
