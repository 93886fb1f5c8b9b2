package io.bellwether.vendor;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who the vendor is in law.
 *
 * @param ticker its stock exchange symbol
 * @param cik its SEC Central Index Key, 1 to 10 digits, leading zeros optional
 * @param companyNumber its number in the company register of its country
 * @param lei its Legal Entity Identifier, ISO 17442, 20 characters
 */
public record LegalEntity(
        @Nullable @Size(max = 12) String ticker,

        @Nullable @Pattern(regexp = "\\d{1,10}", message = "must be 1 to 10 digits") String cik,

        @Nullable @Size(max = 40) String companyNumber,

        @Nullable @Pattern(regexp = "[A-Z0-9]{18}\\d{2}", message = "must be 20 characters as in ISO 17442") String lei) {

    public static final LegalEntity NONE = new LegalEntity(null, null, null, null);
}
