package io.bellwether.probe.filings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bellwether.core.finance.filed.FiledFact;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one fact as they are read. */
final class FactFields {

    private static final int LONGEST_FORM = 20;

    private @Nullable String start;
    private String end = "";
    private String accession = "";
    private String form = "";
    private String filed = "";
    private double value = Double.NaN;

    /** Takes the value at which the parser stands. */
    void read(String field, JsonParser parser) throws IOException {
        switch (field) {
            case "start" -> start = parser.getValueAsString();
            case "end" -> end = parser.getValueAsString("");
            case "accn" -> accession = parser.getValueAsString("");
            case "form" -> form = parser.getValueAsString("");
            case "filed" -> filed = parser.getValueAsString("");
            case "val" -> value = number(parser);
            default -> {}
        }
        parser.skipChildren();
    }

    private static double number(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }

    /** Empty when it lacks what makes a fact. */
    Optional<FiledFact> fact(String tag, String unit) {
        if (!Double.isFinite(value) || !FilingEvents.isAccession(accession) || form.length() > LONGEST_FORM) {
            return Optional.empty();
        }
        try {
            LocalDate first = start == null ? null : LocalDate.parse(start);
            return Optional.of(new FiledFact(
                    tag, unit, first, LocalDate.parse(end), value, accession, form, LocalDate.parse(filed)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
