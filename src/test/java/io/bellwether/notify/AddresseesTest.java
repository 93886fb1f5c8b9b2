package io.bellwether.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import io.bellwether.vendor.LegalEntity;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AddresseesTest {

    private static final UUID CHANNEL = UUID.randomUUID();
    private static final Owner IDA = new Owner("Ida", "ida@example.com", null, "Europe/Berlin");
    private static final Owner MAX = new Owner("Max", "max@example.com", null, null);

    @Test
    void eachOwnerIsSpokenToInHisVoiceAndZone() {
        List<Receiver> receivers = Addressees.owners(CHANNEL, Audience.BOTH, vendor(new Owners(MAX, IDA, null)));

        assertThat(receivers)
                .containsExactly(
                        Receiver.address(CHANNEL, "max@example.com", Audience.MARKETING, ZoneId.of("UTC")),
                        Receiver.address(CHANNEL, "ida@example.com", Audience.IT, ZoneId.of("Europe/Berlin")));
    }

    @Test
    void aChannelWithOneLensWritesToThatSideOnly() {
        List<Receiver> receivers = Addressees.owners(CHANNEL, Audience.IT, vendor(new Owners(MAX, IDA, null)));

        assertThat(receivers).extracting(Receiver::audience).containsExactly(Audience.IT);
    }

    @Test
    void oneWhoOwnsBothSidesGetsOneMessageInBothVoices() {
        Owner shouting = new Owner("Ida", "IDA@example.com", null, null);

        List<Receiver> receivers = Addressees.owners(CHANNEL, Audience.BOTH, vendor(new Owners(shouting, IDA, null)));

        assertThat(receivers)
                .singleElement()
                .returns(Audience.BOTH, Receiver::audience)
                .returns("ida@example.com", Receiver::address)
                .returns(null, Receiver::suppressed);
    }

    @Test
    void aMissingOwnerIsNamedInTheLedger() {
        List<Receiver> receivers = Addressees.owners(CHANNEL, Audience.BOTH, vendor(new Owners(null, IDA, null)));

        assertThat(receivers)
                .filteredOn(receiver -> receiver.suppressed() != null)
                .singleElement()
                .returns("Acme has no marketing owner; name one in the register.", Receiver::suppressed);
    }

    private static Vendor vendor(Owners owners) {
        return new Vendor(
                UUID.randomUUID(),
                "acme",
                "Acme",
                null,
                Tier.STANDARD,
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
