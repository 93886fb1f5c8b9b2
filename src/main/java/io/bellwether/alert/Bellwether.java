package io.bellwether.alert;

import io.bellwether.core.Tier;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Bellwether itself where a vendor is expected. It is none: it is in no register, and the database says null. */
public final class Bellwether {

    /** Who an alert about Bellwether itself is about. */
    public static final UUID ID = new UUID(0, 0);

    public static final String SLUG = "bellwether";

    private Bellwether() {}

    /** What messages need to know of it, as if it were a vendor. */
    public static Vendor ownedBy(Owners owners) {
        return new Vendor(
                ID,
                SLUG,
                "Bellwether",
                null,
                Tier.STRATEGIC,
                null,
                List.of(),
                List.of(),
                LegalEntity.NONE,
                owners,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                0);
    }
}
