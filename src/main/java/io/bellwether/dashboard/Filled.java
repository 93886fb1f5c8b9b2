package io.bellwether.dashboard;

import static java.util.stream.Collectors.joining;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * A form as somebody has filled it in, and what is wrong with it. A field bears the name that the REST API gives it, with dots
 * between the steps of its path.
 *
 * @param values what stands in each field
 * @param errors what is wrong, by the name of the field
 */
public record Filled(Map<String, List<String>> values, Map<String, String> errors) {

    static final Filled NOTHING = new Filled(Map.of(), Map.of());

    /** One wrong field, as people are told of it. */
    public record Wrong(String field, String label, String detail) {}

    /** What was sent; {@link OwnForms} has seen to it that it is a form of ours. */
    static Filled sent(ServerRequestContext request) {
        var form = ((ResteasyReactiveRequestContext) request).getFormData();
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (form != null) {
            form.forEach(name -> values.put(
                    name, form.get(name).stream().map(part -> part.getValue()).toList()));
        }
        return new Filled(values, Map.of());
    }

    static Filled with(Map<String, String> values) {
        Map<String, List<String>> single = new LinkedHashMap<>();
        values.forEach((name, value) -> single.put(name, List.of(value)));
        return new Filled(single, Map.of());
    }

    /**
     * The same, with what is wrong.
     *
     * @throws Problem itself when it is about no field
     */
    Filled refused(Problem problem) {
        if (problem.errors().isEmpty()) {
            throw problem;
        }
        Map<String, String> wrong = new LinkedHashMap<>();
        problem.errors().forEach(error -> wrong.merge(field(error), error.detail(), (one, other) -> one + " " + other));
        return new Filled(values, wrong);
    }

    public String value(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    public boolean has(String field, String option) {
        return values.getOrDefault(field, List.of()).contains(option);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public List<Wrong> wrong() {
        return errors.entrySet().stream()
                .map(error -> new Wrong(error.getKey(), label(error.getKey()), error.getValue()))
                .toList();
    }

    /** Null when nothing but blanks was written. */
    @Nullable String text(String field) {
        String text = value(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** What stands on each line, without blank ones. */
    List<String> lines(String field) {
        return value(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** @throws Problem 400 for what is no duration; null when nothing was chosen */
    @Nullable Duration length(String field) {
        String text = text(field);
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid("/" + field, "Must be an ISO-8601 duration such as PT4H.");
        }
    }

    /** @throws Problem 400 for what is no time; null when nothing was written */
    @Nullable Instant time(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Problem.invalid("/" + field, "Must be a time in UTC such as 2026-12-01T08:00.");
        }
    }

    /** {@code /matchers/0} is wrong with the field {@code matchers}. */
    private static String field(FieldError error) {
        return List.of(error.pointer().split("/")).stream()
                .filter(step -> !step.isEmpty() && !Character.isDigit(step.charAt(0)))
                .collect(joining("."));
    }

    private static String label(String field) {
        return Words.sentence(Wording.words(field.substring(field.lastIndexOf('.') + 1)));
    }
}
