package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.peer.PeerMove.Verdict;
import io.bellwether.core.score.peer.PeerView;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PeerStandingsTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final int MONTH = 28;
    private static final int QUARTER = 91;

    private final PeerStandings peers;
    private final VendorRegister register;
    private final WatchedVendors vendors;
    private final Jdbi jdbi;
    private String mail = "";

    PeerStandingsTest(PeerStandings peers, VendorRegister register, WatchedVendors vendors, Jdbi jdbi) {
        this.peers = peers;
        this.register = register;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void name() {
        mail = "Mail " + UUID.randomUUID();
    }

    @Test
    void comparesWithTheOthersOfTheSameCapability() {
        Vendor vendor = vendor(mail, 90, 80, 70);
        vendor(mail.toUpperCase(Locale.ROOT), 90, 90, 80);
        vendor(mail, 60, 50, 40);
        vendor(mail, 70, 70, 70);
        vendor("Something else", 70, 70, 10);
        Vendor gone = vendor(mail, 90, 90, 10);
        register.archive(gone.slug(), null);

        PeerView view = peers.of(vendor, TODAY).getFirst();

        assertThat(view.capability()).isEqualTo(mail);
        assertThat(view.index()).isEqualTo(70);
        assertThat(view.peers()).isEqualTo(3);
        assertThat(view.median()).isEqualTo(70);
        assertThat(view.fourWeeks().own()).isEqualTo(-10);
        assertThat(view.fourWeeks().median()).isEqualTo(-10);
        assertThat(view.fourWeeks().verdict()).isEqualTo(Verdict.CATEGORY);
        assertThat(view.thirteenWeeks().own()).isEqualTo(-20);
        assertThat(view.thirteenWeeks().median()).isEqualTo(-10);
        assertThat(peers.ofFall(vendor, TODAY.minusDays(3), TODAY)).contains(view.fourWeeks());
        assertThat(peers.ofFall(vendor, TODAY.minusDays(60), TODAY)).contains(view.thirteenWeeks());
    }

    @Test
    void anotherTierMovesNoPeer() {
        Vendor vendor = vendor(mail, 90, 90, 70);
        Vendor moved = vendor(mail, 90, 90, 90);
        vendor(mail, 80, 80, 80);
        vendor(mail, 80, 80, 80);
        vendors.snapshot(register.patch(moved.slug(), null, Map.of("tier", "STRATEGIC")), 0, 50);

        PeerView view = peers.of(vendor, TODAY).getFirst();

        assertThat(view.peers()).isEqualTo(3);
        assertThat(view.fourWeeks().peers()).isEqualTo(2);
        assertThat(view.fourWeeks().verdict()).isNull();
        assertThat(peers.ofFall(vendor, TODAY, TODAY)).isEmpty();
    }

    @Test
    void aNewDimensionMovesNoPeer() {
        Vendor vendor = vendor(mail, 90, 90, 70);
        for (int peer = 0; peer < 3; peer++) {
            Vendor other = vendor(mail, 90, 90, 70);
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE health_snapshot SET security = NULL WHERE vendor_id = ? AND day < ?", other.id(), TODAY));
        }

        PeerView view = peers.of(vendor, TODAY).getFirst();

        assertThat(view.peers()).isEqualTo(3);
        assertThat(view.fourWeeks().peers()).isZero();
    }

    @Test
    void whoeverDidNotFallIsNotCompared() {
        Vendor vendor = vendor(mail, 90, 90, 90);
        for (int peer = 0; peer < 3; peer++) {
            vendor(mail, 90, 90, 50);
        }

        assertThat(peers.of(vendor, TODAY).getFirst().fourWeeks().verdict()).isEqualTo(Verdict.NOT_FALLING);
        assertThat(peers.ofFall(vendor, TODAY, TODAY)).isEmpty();
    }

    @Test
    void oldIndicesTellNothingOfToday() {
        Vendor vendor = vendor(mail, 90, 90, 70);
        for (int peer = 0; peer < 3; peer++) {
            Vendor stale = capable(mail);
            vendors.snapshot(stale, 7, 50);
        }

        PeerView view = peers.of(vendor, TODAY).getFirst();

        assertThat(view.peers()).isZero();
        assertThat(view.median()).isNull();
        assertThat(view.reason()).isNotNull();
    }

    @Test
    void withoutCapabilitiesThereIsNobodyToCompareWith() {
        assertThat(peers.of(vendors.register("Alone"), TODAY)).isEmpty();
        assertThat(peers.ofFall(vendors.register("Alone"), TODAY, TODAY)).isEmpty();
    }

    private Vendor vendor(String capability, int quarter, int month, int now) {
        Vendor vendor = capable(capability);
        vendors.snapshot(vendor, QUARTER, quarter);
        vendors.snapshot(vendor, MONTH, month);
        vendors.snapshot(vendor, 0, now);
        return vendor;
    }

    private Vendor capable(String capability) {
        return register.patch(vendors.register("Peer").slug(), null, Map.of("capabilities", List.of(capability)));
    }
}
