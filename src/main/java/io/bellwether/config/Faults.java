package io.bellwether.config;

import io.bellwether.config.text.Place;
import io.bellwether.config.text.Source;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a document, so that it can be told at once. */
final class Faults {

    /** More help nobody. */
    private static final int MOST = 1_000;

    private final Source source;
    private final List<FieldError> found = new ArrayList<>();
    private final Set<String> misfits = new HashSet<>();

    Faults(Source source) {
        this.source = source;
        found.addAll(source.faults());
        source.faults().forEach(fault -> misfits.add(fault.pointer()));
    }

    void add(String pointer, String detail) {
        found.add(source.fault(pointer, detail));
    }

    /** A value of the wrong form. It is left out of what is judged further, and that it is missing then is no second fault. */
    void misfit(String pointer, String detail) {
        misfits.add(pointer);
        add(pointer, detail);
    }

    /** Faults that were found with pointers relative to {@code base}. */
    void addAll(String base, List<FieldError> errors) {
        errors.stream()
                .filter(error -> !misfits.contains(base + error.pointer()))
                .forEach(error -> add(base + error.pointer(), error.detail()));
    }

    /** What has to be there and is not, unless what was there did not fit. */
    void require(String pointer, String detail) {
        String around = pointer.substring(0, pointer.lastIndexOf('/'));
        if (!misfits.contains(pointer) && !misfits.contains(around)) {
            add(pointer, detail);
        }
    }

    /** What stands at this pointer, in words. */
    String where(String pointer) {
        Place place = source.places().get(pointer);
        return place == null ? pointer : "the one in line " + place.line();
    }

    /** What the work yields, or null with its faults noted. */
    <T> @Nullable T noted(String base, Supplier<T> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            addAll(base, problem.errors().isEmpty() ? List.of(new FieldError("", problem.detail())) : problem.errors());
            return null;
        }
    }

    int count() {
        return found.size();
    }

    /** @throws Problem 400 that names all of them in the order of the document, when there are any */
    void refuse() {
        if (found.isEmpty()) {
            return;
        }
        throw Problem.invalid(found.stream()
                .sorted(Comparator.comparing(FieldError::line, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(FieldError::column, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(FieldError::pointer))
                .limit(MOST)
                .toList());
    }
}
