package io.bellwether.probe.filings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What we read of a company's {@code submissions/CIK….json}.
 *
 * @param cik in some files a number, in others a text with leading zeros
 * @param category how large a filer it is, in words: {@code Large accelerated filer}
 * @param fiscalYearEnd month and day: {@code 0131}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Submissions(
        @Nullable String cik,
        @Nullable String name,
        @Nullable String category,
        @Nullable String fiscalYearEnd,
        @Nullable Filings filings) {

    /**
     * @param recent the newest thousand or so filings
     * @param files where the older ones are
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Filings(@Nullable FilingColumns recent, @Nullable List<@Nullable Page> files) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(@Nullable String name) {}

    /** Whether it is what it should be: columns of one length. A company without filings has empty ones. */
    boolean readable() {
        return filings != null && filings.recent() != null && filings.recent().parallel();
    }

    /** Whether it is this company's, as far as it tells. */
    boolean isOf(long number) {
        if (cik == null || cik.isBlank()) {
            return true;
        }
        try {
            return Long.parseLong(cik.strip()) == number;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    List<Filing> recent() {
        return Objects.requireNonNull(Objects.requireNonNull(filings).recent()).rows();
    }

    /** The names of the pages of older filings, as the file has them. */
    List<String> pages() {
        List<@Nullable Page> files = filings == null ? null : filings.files();
        return files == null
                ? List.of()
                : files.stream()
                        .flatMap(page -> Stream.ofNullable(page == null ? null : page.name()))
                        .toList();
    }
}
