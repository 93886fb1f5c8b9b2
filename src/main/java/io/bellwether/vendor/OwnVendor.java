package io.bellwether.vendor;

import java.util.UUID;

/** Whom alerts about ourselves belong to: a vendor that is in no list of the register and cannot be taken into it. */
public final class OwnVendor {

    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private OwnVendor() {}
}
