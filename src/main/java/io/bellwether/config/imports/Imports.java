package io.bellwether.config.imports;

import io.bellwether.config.text.Source;
import io.bellwether.config.text.SourceReader;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.probe.ProbeKinds;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads foreign configurations. */
@Singleton
class Imports {

    private final List<Importer> importers;
    private final ProbeKinds kinds;

    Imports(@All List<Importer> importers, ProbeKinds kinds) {
        this.importers = importers;
        this.kinds = kinds;
    }

    /** @throws Problem 400 when there is no such format or the text is neither YAML nor JSON */
    Imported read(@Nullable String format, String text) {
        Importer importer = importers.stream()
                .filter(one -> one.format().equals(format))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("format", "Must be one of " + formats() + "."));
        Harvest harvest = new Harvest();
        importer.read(configuration(text), harvest);
        return new Assembly(kinds, harvest).assemble();
    }

    private String formats() {
        return String.join(
                ", ", importers.stream().map(Importer::format).sorted().toList());
    }

    /** All documents of the text as one: of fields they share, maps are merged and lists joined. */
    private static Foreign configuration(String text) {
        Map<String, Object> whole = new LinkedHashMap<>();
        List<Source> sources = SourceReader.stream(text);
        for (Source source : sources) {
            List<FieldError> faults = source.faults();
            if (!faults.isEmpty()) {
                throw Problem.invalid(faults);
            }
            if (source.value() == null && sources.size() > 1) {
                continue; // What stands between two separators.
            }
            if (!(source.value() instanceof Map<?, ?> document)) {
                throw Problem.badRequest("A configuration is a map of fields; this is none.");
            }
            document.forEach((name, value) ->
                    whole.merge(String.valueOf(name), Objects.requireNonNullElse(value, Map.of()), Imports::joined));
        }
        return Foreign.of(whole, "");
    }

    private static Object joined(Object one, Object other) {
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            Map<Object, Object> both = new LinkedHashMap<>(first);
            both.putAll(second);
            return both;
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            List<Object> both = new ArrayList<>(first);
            both.addAll(second);
            return both;
        }
        return other;
    }
}
