package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchingTest {

    private static final UUID PROBE = UUID.randomUUID();
    private static final String LEI = "529900T8BM49AURSDO55";
    private static final String OTHER_LEI = "HWUPKR0MPOU8FGXBT394";

    private final VendorEntity contracting =
            entity(EntityRole.CONTRACTING, new LegalEntity(null, "0000001234", "1234567", LEI));
    private final VendorEntity parent = entity(EntityRole.PARENT, new LegalEntity(null, "5678", "SC123456", OTHER_LEI));

    @ParameterizedTest(name = "cik {0}, company {1}, LEI {2}: {3}")
    @CsvSource({
        "1234, , , CONTRACTING",
        "0000001234, , , CONTRACTING",
        "0000005678, , , PARENT",
        "99, , , NOBODY",
        ", 01234567, , CONTRACTING",
        ", sc123456, , PARENT",
        ", 7654321, , NOBODY",
        ", , 529900T8BM49AURSDO55, CONTRACTING",
        ", , HWUPKR0MPOU8FGXBT394, PARENT",
        ", , INR2EJN1ERAN0W5ZP974, NOBODY",
        ", , , CONTRACTING"
    })
    void aProbeWatchesWhoseNumberItHas(String cik, String company, String lei, String whom) {
        Watching watching = watching(List.of(contracting, parent), new LegalEntity(null, cik, company, lei));

        assertThat(watching.own(PROBE)).isEqualTo(whom.equals("CONTRACTING"));
        if (!watching.own(PROBE)) {
            assertThat(Objects.requireNonNull(watching.other(PROBE)).entity())
                    .isEqualTo(whom.equals("PARENT") ? parent : null);
        }
    }

    @Test
    void whoseOwnNumberIsNotKnownIsWatchedByAnyThatIsNobodyElses() {
        VendorEntity unnumbered = entity(EntityRole.CONTRACTING, LegalEntity.NONE);

        assertThat(watching(List.of(unnumbered, parent), new LegalEntity(null, "99", null, null))
                        .own(PROBE))
                .isTrue();
        assertThat(watching(List.of(unnumbered, parent), new LegalEntity(null, "5678", null, null))
                        .own(PROBE))
                .isFalse();
    }

    @Test
    void aNumberOfAnotherCountrysRegisterIsNoneOfCompaniesHouse() {
        VendorEntity german = entity(EntityRole.CONTRACTING, new LegalEntity(null, null, "HRB 12345", null));

        assertThat(watching(List.of(german), new LegalEntity(null, null, "01234567", null))
                        .own(PROBE))
                .isTrue();
    }

    @Test
    void whatIsBothTheContractingEntitysAndTheParentsIsTheContractingEntitys() {
        VendorEntity twin = entity(EntityRole.PARENT, contracting.legalEntity());

        assertThat(watching(List.of(contracting, twin), contracting.legalEntity())
                        .own(PROBE))
                .isTrue();
    }

    @Test
    void whatNoProbeFoundIsOwn() {
        assertThat(watching(List.of(contracting, parent), parent.legalEntity()).own(null))
                .isTrue();
    }

    private static Watching watching(List<VendorEntity> entities, LegalEntity numbers) {
        return Watching.of(entities, Map.of(PROBE, numbers));
    }

    private static VendorEntity entity(EntityRole role, LegalEntity numbers) {
        return new VendorEntity(
                role,
                role.name(),
                numbers.ticker(),
                numbers.cik(),
                numbers.companyNumber(),
                numbers.lei(),
                "The contract",
                LocalDate.of(2026, 1, 1));
    }
}
