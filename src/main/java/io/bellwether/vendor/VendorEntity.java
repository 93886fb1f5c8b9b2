package io.bellwether.vendor;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal entity that stands behind a vendor; its numbers as in {@link LegalEntity}.
 *
 * @param name as it stands in the contract or in a register
 * @param source who says that it has this role, for whoever reads it in a year
 * @param asOf the day on which that was so
 */
public record VendorEntity(
        @NotNull EntityRole role,
        @NotBlank @Size(max = 200) String name,
        @Nullable @Size(max = 12) String ticker,

        @Nullable @Pattern(regexp = LegalEntity.CIK, message = LegalEntity.CIK_MESSAGE) String cik,

        @Nullable @Size(max = 40) String companyNumber,

        @Nullable @Pattern(regexp = LegalEntity.LEI, message = LegalEntity.LEI_MESSAGE) String lei,

        @NotBlank @Size(max = 500) String source,
        @NotNull LocalDate asOf) {

    /** Its numbers, without the role and the name. */
    public LegalEntity legalEntity() {
        return new LegalEntity(ticker, cik, companyNumber, lei);
    }
}
