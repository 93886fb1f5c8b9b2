package io.bellwether.notify;

import java.util.List;

/** Who is behind a channel; each gets an intent of its own. */
public sealed interface Recipients {

    /** The channel leads to one place. */
    record OnePlace() implements Recipients {}

    /** Fixed addresses. */
    record Addresses(List<String> addresses) implements Recipients {}

    /** The owners of the vendor concerned, each in the voice of his side. */
    record VendorOwners() implements Recipients {}
}
