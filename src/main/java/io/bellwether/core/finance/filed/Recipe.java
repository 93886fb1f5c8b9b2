package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One way to come by a line: a tag, or tags of the same period added to and taken off each other. */
final class Recipe {

    /**
     * @param sign 1 to add, -1 to take off
     * @param optional whether it counts as none where it is not filed
     * @param tags of which the first that is filed counts
     */
    private record Part(int sign, boolean optional, List<String> tags) {}

    private final List<Part> parts;

    private Recipe(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Recipe of(String tag) {
        return new Recipe(List.of(new Part(1, false, List.of(tag))));
    }

    Recipe plus(String... firstOf) {
        return with(new Part(1, false, List.of(firstOf)));
    }

    Recipe minus(String... firstOf) {
        return with(new Part(-1, false, List.of(firstOf)));
    }

    Recipe plusAny(String... firstOf) {
        return with(new Part(1, true, List.of(firstOf)));
    }

    Recipe minusAny(String... firstOf) {
        return with(new Part(-1, true, List.of(firstOf)));
    }

    private Recipe with(Part part) {
        List<Part> more = new ArrayList<>(parts);
        more.add(part);
        return new Recipe(more);
    }

    Stream<String> tags() {
        return parts.stream().flatMap(part -> part.tags().stream());
    }

    /** Without what may be missing. */
    Stream<String> neededTags() {
        return parts.stream().filter(part -> !part.optional()).flatMap(part -> part.tags().stream());
    }

    boolean single() {
        return parts.size() == 1;
    }

    /** Empty when a part of it is not filed for just this time. */
    Optional<Figure> at(FiledFacts facts, Span span) {
        Optional<Figure> sum = Optional.empty();
        for (Part part : parts) {
            Optional<Figure> figure = part.tags().stream()
                    .flatMap(tag -> facts.figure(tag, span).stream())
                    .findFirst();
            if (figure.isEmpty() && !part.optional()) {
                return Optional.empty();
            }
            if (figure.isPresent()) {
                Figure found = figure.get();
                sum = Optional.of(
                        sum.map(before -> before.and(part.sign(), found)).orElse(found));
            }
        }
        return sum;
    }

    /** The times that its first tag is filed for, newest first. */
    List<Span> spans(FiledFacts facts) {
        return facts.spans(parts.getFirst().tags().getFirst());
    }

    /** The last day that it says anything about; the first of all days when there is none. */
    LocalDate newest(FiledFacts facts) {
        return spans(facts).stream()
                .filter(span -> at(facts, span).isPresent())
                .map(Span::end)
                .findFirst()
                .orElse(LocalDate.MIN);
    }
}
