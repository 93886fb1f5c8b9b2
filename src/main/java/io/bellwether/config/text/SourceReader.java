package io.bellwether.config.text;

import io.bellwether.platform.Problem;
import java.util.List;

/** Reads text from outside. What it reads is data: no tag makes an object, and size, depth and aliases are bounded. */
public final class SourceReader {

    /** Of nested lists and maps. */
    static final int DEEPEST = 64;

    private SourceReader() {}

    /** @throws Problem 400 with line and column when it is not JSON (RFC 8259) */
    public static Source json(String text) {
        return JsonReader.read(text);
    }

    /** @throws Problem 400 with line and column when it is not one YAML document */
    public static Source yaml(String text) {
        List<Source> documents = YamlReader.read(text);
        return switch (documents.size()) {
            case 0 -> new Gathering().source(null);
            case 1 -> documents.getFirst();
            default -> throw Problem.badRequest("This must be one document; it is " + documents.size() + ".");
        };
    }

    /** The documents of a stream, of which JSON is one. */
    public static List<Source> stream(String text) {
        return text.stripLeading().startsWith("{") ? List.of(json(text)) : YamlReader.read(text);
    }
}
