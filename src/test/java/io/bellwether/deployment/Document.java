package io.bellwether.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A parsed YAML document, read by paths such as {@code spec/containers/0/image}; a path that leads nowhere is null. */
record Document(Object root) {

    static Document of(Path file) {
        try {
            return allOf(Files.readString(file)).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of one text, which {@code ---} separates. */
    static List<Document> allOf(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(
                        new Yaml(new SafeConstructor(options)).loadAll(text).spliterator(), false)
                .map(Document::new)
                .toList();
    }

    Object at(String path) {
        Object current = root;
        for (String step : path.split("/", -1)) {
            current = switch (current) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list when Integer.parseInt(step) < list.size() -> list.get(Integer.parseInt(step));
                case null, default -> null;
            };
        }
        return current;
    }

    String text(String path) {
        return String.valueOf(at(path));
    }

    int number(String path) {
        return (Integer) at(path);
    }

    @SuppressWarnings("unchecked")
    <T> List<T> list(String path) {
        return (List<T>) at(path);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> map(String path) {
        return (Map<String, Object>) at(path);
    }
}
