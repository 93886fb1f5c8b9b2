package io.bellwether.probe.http;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import io.bellwether.probe.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a JSON body against a JSON Schema: draft 2020-12, or what its {@code $schema} names. Nothing is ever fetched. */
final class BodySchema {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_KEPT = 256;

    private static final Map<String, Schema> COMPILED = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Schema> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /** A schema that compiles, of a decent size. */
    static final class Rule implements io.bellwether.probe.Rule<Map<String, Object>> {

        @Override
        public @Nullable String fault(Map<String, Object> schema) {
            String text = text(schema);
            if (text.length() > LONGEST) {
                return "Must not be longer than " + LONGEST / 1024 + " KiB.";
            }
            try {
                compiled(text);
                return null;
            } catch (SchemaException | IllegalArgumentException | StackOverflowError e) {
                return "Is not a JSON Schema that can be used: " + told(e) + ". References must stay inside it.";
            }
        }
    }

    private BodySchema() {}

    static @Nullable Mismatch mismatch(Exchange exchange, Content content) {
        Map<String, Object> schema = exchange.jsonSchema();
        if (schema == null) {
            return null;
        }
        if (content.json().isEmpty()) {
            return Mismatch.body("The body is not JSON.");
        }
        try {
            List<Error> errors = compiled(text(schema)).validate(content.text(), InputFormat.JSON);
            return errors.isEmpty()
                    ? null
                    : Mismatch.body("The body breaks its schema at "
                            + told(errors.getFirst().toString()) + ".");
        } catch (TooCostly e) {
            return Mismatch.costly(e.pattern);
        } catch (StackOverflowError e) {
            return Mismatch.costly("in the schema");
        }
    }

    private static Schema compiled(String text) {
        synchronized (COMPILED) {
            return COMPILED.computeIfAbsent(text, BodySchema::compile);
        }
    }

    private static final class TooCostly extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String pattern;

        TooCostly(String pattern) {
            super(pattern, null, false, false);
            this.pattern = pattern;
        }
    }

    /** A registry of its own, so that no schema can be taken for another of the same {@code $id}. */
    private static Schema compile(String text) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .regularExpressionFactory(BodySchema::pattern)
                .failFast(true)
                .locale(Locale.ENGLISH)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config)
                        .schemaLoader(loader -> loader.fetchRemoteResources(false)
                                .allow(address -> address.toString().startsWith("https://json-schema.org/")
                                        || address.toString().startsWith("http://json-schema.org/"))));
        Schema schema = registry.getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
        return schema;
    }

    /** @throws IllegalArgumentException when it does not compile */
    private static RegularExpression pattern(String expression) {
        Pattern.compile(expression);
        return value -> switch (TextPattern.find(expression, value)) {
            case FOUND -> true;
            case NOT_FOUND -> false;
            case TOO_COSTLY -> throw new TooCostly(expression);
        };
    }

    private static String text(Map<String, Object> schema) {
        return Content.JSON.jsonProvider().toJson(schema);
    }

    private static String told(Throwable fault) {
        return told(
                Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName()));
    }

    private static String told(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }
}
