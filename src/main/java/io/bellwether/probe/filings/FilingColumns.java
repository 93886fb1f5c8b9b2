package io.bellwether.probe.filings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A list of filings as the SEC writes it: column by column, one filing per index, newest first. */
@JsonIgnoreProperties(ignoreUnknown = true)
record FilingColumns(
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

    /** Whether the columns are of one length, and those are there that a filing cannot be without. */
    boolean parallel() {
        boolean required = size() == 0 || (form != null && filingDate != null);
        return required
                && Stream.of(filingDate, reportDate, acceptanceDateTime, form, items, primaryDocument)
                        .filter(Objects::nonNull)
                        .allMatch(column -> column.size() == size());
    }

    List<Filing> rows() {
        return IntStream.range(0, size())
                .mapToObj(row -> new Filing(
                        cell(accessionNumber, row),
                        cell(form, row),
                        cell(filingDate, row),
                        cell(reportDate, row),
                        cell(acceptanceDateTime, row),
                        cell(items, row),
                        cell(primaryDocument, row)))
                .toList();
    }

    private static String cell(@Nullable List<@Nullable String> column, int row) {
        String value = column == null ? null : column.get(row);
        return value == null ? "" : value.strip();
    }
}
