package io.bellwether.probe.filings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.core.finance.filed.FiledItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a company's figures in one pass, without holding more of the file than what is wanted of it: {@code facts}, taxonomy,
 * tag, {@code units}, unit, and there the list. Everything else is passed over.
 */
final class CompanyFactsReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(100_000)
                    .build())
            .build();
    private static final Set<String> TAGS = FiledItem.allTags();
    private static final Pattern UNIT = Pattern.compile("[A-Z]{3}|shares");

    /** Several times what the companies with the longest history have. */
    private static final int MOST_FACTS = 50_000;

    private final JsonParser parser;
    private final List<FiledFact> facts = new ArrayList<>();
    private long cik;
    private String name = "";
    private int unreadable;

    private CompanyFactsReader(JsonParser parser) {
        this.parser = parser;
    }

    /** What to do with the value of a field, at which the parser stands. */
    private interface Field {

        void read(String field) throws IOException;
    }

    /** @throws IllegalArgumentException when it is no such file, or not all of one */
    static CompanyFacts read(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(body)) {
            return new CompanyFactsReader(parser).company();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompanyFacts company() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("not a JSON object");
        }
        eachField(field -> {
            switch (field) {
                case "cik" -> cik = number(parser.getValueAsString(""));
                case "entityName" -> name = parser.getValueAsString("").strip();
                case "facts" -> eachField(taxonomy -> eachField(tag -> tag(taxonomy + ":" + tag)));
                default -> parser.skipChildren();
            }
        });
        Set<String> accessions = facts.stream().map(FiledFact::accession).collect(Collectors.toUnmodifiableSet());
        return new CompanyFacts(cik, name, FiledFact.withoutRepeats(facts), accessions, unreadable);
    }

    private void tag(String tag) throws IOException {
        if (!TAGS.contains(tag)) {
            parser.skipChildren();
            return;
        }
        eachField(field -> {
            if (field.equals("units")) {
                eachField(unit -> facts(tag, unit));
            } else {
                parser.skipChildren();
            }
        });
    }

    private void facts(String tag, String unit) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY
                || !UNIT.matcher(unit).matches()) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            FactFields fields = new FactFields();
            eachField(field -> fields.read(field, parser));
            fields.fact(tag, unit).ifPresentOrElse(facts::add, () -> unreadable++);
            if (facts.size() > MOST_FACTS) {
                throw new IllegalArgumentException("of more than " + MOST_FACTS + " facts");
            }
        }
    }

    /** Anything but an object has none. */
    private void eachField(Field field) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    /** Some files have it as a number, others as a text with leading zeros. */
    private static long number(String cik) {
        try {
            return Long.parseLong(cik);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("one whose cik is no number", e);
        }
    }
}
