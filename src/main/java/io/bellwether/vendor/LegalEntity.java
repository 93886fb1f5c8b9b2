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

        @Nullable @Pattern(regexp = CIK, message = CIK_MESSAGE) String cik,

        @Nullable @Size(max = 40) String companyNumber,

        @Nullable @Pattern(regexp = LEI, message = LEI_MESSAGE) String lei) {

    static final String CIK = "\\d{1,10}";
    static final String CIK_MESSAGE = "must be 1 to 10 digits";
    static final String LEI = "[A-Z0-9]{18}\\d{2}";
    static final String LEI_MESSAGE = "must be 20 characters as in ISO 17442";

    public static final LegalEntity NONE = new LegalEntity(null, null, null, null);

    /** Whether this has the form of a Legal Entity Identifier. */
    public static boolean isLei(@Nullable String text) {
        return text != null && text.matches(LEI);
    }
}
