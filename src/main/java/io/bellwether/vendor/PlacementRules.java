package io.bellwether.vendor;

import io.bellwether.core.Placement;
import io.bellwether.platform.Problem.FieldError;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for the locations that a probe asks for. */
final class PlacementRules {

    private static final int MOST = 10;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._-]{0,38}[\\p{L}\\p{N}])?");

    private PlacementRules() {}

    static void check(Placement placement, List<FieldError> errors) {
        locations(placement.locations(), errors);
        Integer quorum = placement.quorum();
        if (quorum == null) {
            return;
        }
        int asked = placement.locations().size();
        if (asked == 0) {
            errors.add(new FieldError("/quorum", "Needs locations; give their names or leave the quorum out."));
        } else if (quorum < 1 || quorum > asked) {
            errors.add(new FieldError(
                    "/quorum", "Must be between 1 and " + asked + ", the number of locations asked for."));
        }
    }

    private static void locations(List<String> names, List<FieldError> errors) {
        if (names.size() > MOST) {
            errors.add(new FieldError("/locations", "Must be at most " + MOST + "."));
        }
        Set<String> before = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = Objects.requireNonNullElse(names.get(i), "");
            if (!NAME.matcher(name).matches()) {
                errors.add(
                        new FieldError(
                                "/locations/" + i,
                                "Must be the name of a location: 1 to 40 letters and digits, between them also spaces and . _ -."));
            } else if (!before.add(name)) {
                errors.add(new FieldError("/locations/" + i, "Is given twice."));
            }
        }
    }
}
