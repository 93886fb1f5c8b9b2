package io.bellwether.config.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON with the place of every value. */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(SourceReader.DEEPEST)
                    .build())
            .build();

    private final JsonParser parser;
    private final Gathering gathering = new Gathering();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static Source read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser).document();
        } catch (JsonProcessingException e) {
            throw Gathering.syntax("This is not JSON: " + e.getOriginalMessage() + ".", place(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Source document() throws IOException {
        if (parser.nextToken() == null) {
            return gathering.source(null);
        }
        gathering.put("", place(parser.currentTokenLocation()));
        Object value = value("");
        if (parser.nextToken() != null) {
            throw Gathering.syntax("Nothing may follow the document.", place(parser.currentTokenLocation()));
        }
        return gathering.source(value);
    }

    private @Nullable Object value(String pointer) throws IOException {
        gathering.countOne();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> gathering.text(parser.getText(), pointer, place(parser.currentTokenLocation()));
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, @Nullable Object> object(String pointer) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String below = Gathering.below(pointer, name);
            Place place = place(parser.currentTokenLocation());
            boolean twice = object.containsKey(name);
            if (twice) {
                gathering.twice(below, place);
            }
            gathering.put(below, place);
            gathering.text(name, below, place);
            parser.nextToken();
            Object value = value(below);
            if (!twice) {
                object.put(name, value);
            }
        }
        return object;
    }

    private List<@Nullable Object> array(String pointer) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String below = pointer + "/" + array.size();
            gathering.put(below, place(parser.currentTokenLocation()));
            array.add(value(below));
        }
        return array;
    }

    private static Place place(@Nullable JsonLocation location) {
        return location == null ? new Place(1, 1) : new Place(location.getLineNr(), location.getColumnNr());
    }
}
