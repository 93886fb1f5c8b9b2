package io.bellwether.config.text;

import io.bellwether.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads a stream of YAML documents as far as the tree of nodes; nothing is constructed from tags. */
final class YamlReader {

    /** Merging one anchor into each probe of a large register is honest use. */
    private static final int MOST_ALIASES = 20_000;

    private static final int LONGEST = 20_000_000;

    private YamlReader() {}

    static List<Source> read(String text) {
        try {
            List<Source> documents = new ArrayList<>();
            Composer composer = composer(text.startsWith("\uFEFF") ? text.substring(1) : text);
            while (composer.checkNode()) {
                documents.add(NodeReader.read(composer.getNode()));
            }
            return documents;
        } catch (MarkedYAMLException e) {
            throw Gathering.syntax("This is not YAML: " + sentence(e), place(e.getProblemMark()));
        } catch (ReaderException e) {
            throw Gathering.syntax(
                    "This is not YAML: it holds the character U+%04X, which must be written as an escape."
                            .formatted(e.getCodePoint()),
                    place(text, e.getPosition()));
        } catch (YAMLException e) {
            throw Problem.badRequest("This YAML cannot be read: " + e.getMessage() + ".");
        }
    }

    private static Composer composer(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(SourceReader.DEEPEST);
        options.setCodePointLimit(LONGEST);
        return new Composer(new ParserImpl(new StreamReader(text), options), new CoreSchema(), options);
    }

    private static String sentence(MarkedYAMLException fault) {
        String context = fault.getContext() == null ? "" : fault.getContext() + ", ";
        return context + fault.getProblem() + ".";
    }

    static Place place(@Nullable Mark mark) {
        return mark == null ? new Place(1, 1) : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Place place(String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        return new Place(lines + 1, before.length() - before.lastIndexOf('\n'));
    }
}
