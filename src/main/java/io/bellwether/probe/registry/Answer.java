package io.bellwether.probe.registry;

import io.bellwether.probe.Printable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object in a register's answer. What is missing there, or of another kind than it should be, is null and never false. */
record Answer(Map<?, ?> values) {

    static final Answer EMPTY = new Answer(Map.of());

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_LIST = 500;
    private static final int DAY = "2026-01-31".length();

    /** Fit to stand in a sentence; null also when blank. */
    @Nullable String text(String name) {
        return values.get(name) instanceof String text && !text.isBlank()
                ? Printable.start(text.strip(), LONGEST_TEXT)
                : null;
    }

    @Nullable Boolean flag(String name) {
        return values.get(name) instanceof Boolean flag ? flag : null;
    }

    @Nullable Integer number(String name) {
        return values.get(name) instanceof Integer number && number >= 0 ? number : null;
    }

    /** The date in a date, or at the begin of a date with time. */
    @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text == null || text.length() < DAY) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, DAY));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An empty one when it is missing; the first where there are several. */
    Answer part(String name) {
        return objects(values.get(name)).findFirst().orElse(EMPTY);
    }

    /** The first 500. */
    List<Answer> parts(String name) {
        return objects(values.get(name)).limit(LONGEST_LIST).toList();
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    private static Stream<Answer> objects(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> object -> Stream.of(new Answer(object));
            case List<?> list ->
                list.stream()
                        .flatMap(
                                each -> each instanceof Map<?, ?> object ? Stream.of(new Answer(object)) : Stream.of());
            case null, default -> Stream.empty();
        };
    }
}
