package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.format.Affected;
import io.bellwether.probe.statuspage.format.Component;
import io.bellwether.probe.statuspage.format.Coverage;
import io.bellwether.probe.statuspage.format.Scope;
import io.bellwether.probe.statuspage.format.StatusPage;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was chosen and cannot be found on the page. */
final class Unknowns {

    private static final int MOST_NAMES = 30;

    private Unknowns() {}

    /** What must be set otherwise, as a sentence; null when nothing must. */
    static @Nullable String fault(StatusPage page, Wanted wanted) {
        String components = fault(
                page.coverage(),
                "component",
                missingComponents(page, wanted),
                page.components().stream().map(Component::groupedName));
        return components != null
                ? components
                : fault(
                        page.regions(),
                        "region",
                        missingRegions(page, wanted),
                        page.components().stream().map(Component::region));
    }

    /** Chosen names that no incident mentions; where a page lists nothing else they may be right or misspelt. */
    static List<String> unmentioned(StatusPage page, Wanted wanted) {
        Stream<String> components =
                page.coverage() == Coverage.MENTIONED ? missingComponents(page, wanted).stream() : Stream.empty();
        Stream<String> regions =
                page.regions() == Coverage.MENTIONED ? missingRegions(page, wanted).stream() : Stream.empty();
        return Stream.concat(components, regions).toList();
    }

    private static List<String> missingComponents(StatusPage page, Wanted wanted) {
        return wanted.components().stream()
                .filter(name -> page.components().stream().noneMatch(one -> one.answersTo(name)))
                .filter(name -> !mentions(page, Scope::components, name))
                .toList();
    }

    private static List<String> missingRegions(StatusPage page, Wanted wanted) {
        return wanted.regions().stream()
                .filter(name ->
                        page.components().stream().noneMatch(one -> one.region().equals(name)))
                .filter(name -> !mentions(page, Scope::regions, name))
                .toList();
    }

    private static boolean mentions(StatusPage page, Function<Scope, List<Affected>> part, String name) {
        return page.coverage() != Coverage.LISTED
                && page.incidents().stream()
                        .flatMap(incident -> part.apply(incident.notice().scope()).stream())
                        .anyMatch(one -> one.answersTo(name));
    }

    private static @Nullable String fault(Coverage coverage, String what, List<String> missing, Stream<String> known) {
        if (missing.isEmpty() || coverage == Coverage.MENTIONED) {
            return null;
        }
        String names = "'" + String.join("', '", missing) + "'";
        if (coverage == Coverage.ABSENT) {
            return "The page tells no " + what + "s apart, so that " + names + " cannot be chosen.";
        }
        List<String> all = known.filter(name -> !name.isEmpty()).distinct().toList();
        String more = all.size() > MOST_NAMES ? " and " + (all.size() - MOST_NAMES) + " more" : "";
        return "The page has no " + what + " " + names + "; it has: "
                + String.join(", ", all.subList(0, Math.min(all.size(), MOST_NAMES))) + more + ".";
    }
}
