package io.bellwether.probe.filings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What we read of a company's {@code submissions/CIK….json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Submissions(@Nullable String name, @Nullable Filings filings) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Filings(@Nullable Recent recent) {}

    /** The newest thousand or so filings, one per index, newest first. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recent(
            @Nullable List<@Nullable String> accessionNumber,
            @Nullable List<@Nullable String> filingDate,
            @Nullable List<@Nullable String> reportDate,
            @Nullable List<@Nullable String> acceptanceDateTime,
            @Nullable List<@Nullable String> form,
            @Nullable List<@Nullable String> items,
            @Nullable List<@Nullable String> primaryDocument) {

        private int size() {
            return accessionNumber == null ? 0 : accessionNumber.size();
        }

        private boolean parallel() {
            boolean required = size() == 0 || (form != null && filingDate != null);
            return required
                    && Stream.of(filingDate, reportDate, acceptanceDateTime, form, items, primaryDocument)
                            .filter(Objects::nonNull)
                            .allMatch(column -> column.size() == size());
        }
    }

    /** One filing; what is not known is empty. */
    record Filing(
            String accession,
            String form,
            String filingDate,
            String reportDate,
            String acceptedAt,
            String items,
            String document) {}

    /** Whether it is what it should be: columns of one length. A company without filings has empty ones. */
    boolean readable() {
        return filings != null && filings.recent() != null && filings.recent().parallel();
    }

    List<Filing> recent() {
        Recent recent = Objects.requireNonNull(Objects.requireNonNull(filings).recent());
        return IntStream.range(0, recent.size())
                .mapToObj(row -> new Filing(
                        cell(recent.accessionNumber(), row),
                        cell(recent.form(), row),
                        cell(recent.filingDate(), row),
                        cell(recent.reportDate(), row),
                        cell(recent.acceptanceDateTime(), row),
                        cell(recent.items(), row),
                        cell(recent.primaryDocument(), row)))
                .toList();
    }

    private static String cell(@Nullable List<@Nullable String> column, int row) {
        String value = column == null ? null : column.get(row);
        return value == null ? "" : value.strip();
    }
}
