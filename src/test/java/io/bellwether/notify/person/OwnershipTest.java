package io.bellwether.notify.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.Bellwether;
import io.bellwether.core.Lens;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final Vendor PAID = owned(new Owners(null, null, owner("Ada@example.org", null)));
    private static final Vendor RUN = owned(new Owners(null, owner("ada@example.org", "Europe/Berlin"), null));
    private static final Vendor OTHER =
            owned(new Owners(owner("max@example.org", "Asia/Tokyo"), owner("max@example.org", "No/Where"), null));

    @Test
    void isOfAllVendorsThatSomebodyOwnsInAnyRole() {
        Ownership own = Ownership.of("ADA@example.org", List.of(PAID, OTHER, RUN));

        assertThat(own.vendors()).containsExactly(PAID, RUN);
        assertThat(own.sides()).containsExactly(Lens.IT);
        assertThat(own.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void whoOnlyPaysIsOnNoSideAndWhoHasNoZoneLivesByUtc() {
        Ownership own = Ownership.of("ada@example.org", List.of(PAID, OTHER));

        assertThat(own.sides()).isEmpty();
        assertThat(own.zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void whoOwnsBothSidesIsOnBothAndAZoneThatIsNotKnownAnyMoreIsUtc() {
        Ownership own = Ownership.of("max@example.org", List.of(PAID, OTHER));

        assertThat(own.sides()).containsExactlyInAnyOrder(Lens.values());
        assertThat(own.zone()).isEqualTo(ZoneId.of("UTC"));
    }

    private static Vendor owned(Owners owners) {
        return Bellwether.ownedBy(owners);
    }

    private static Owner owner(String email, @Nullable String zone) {
        return new Owner("Somebody", email, null, zone);
    }
}
