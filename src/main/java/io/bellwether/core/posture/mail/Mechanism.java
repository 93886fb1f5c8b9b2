package io.bellwether.core.posture.mail;

import org.jspecify.annotations.Nullable;

/** What a directive asks (RFC 7208, 5). A domain that is null is the one whose record it stands in. */
sealed interface Mechanism {

    record All() implements Mechanism {}

    record Include(MacroText domain) implements Mechanism {}

    /**
     * @param exchangers whether the addresses are those of the domain's mail exchangers
     * @param prefix4 0 to 32
     * @param prefix6 0 to 128
     */
    record Hosts(boolean exchangers, @Nullable MacroText domain, int prefix4, int prefix6) implements Mechanism {}

    record Pointer(@Nullable MacroText domain) implements Mechanism {}

    record Network(IpAddress address, int prefix) implements Mechanism {}

    record Exists(MacroText domain) implements Mechanism {}
}
