package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.format.Component;
import io.bellwether.probe.statuspage.format.Coverage;
import io.bellwether.probe.statuspage.format.Incident;
import io.bellwether.probe.statuspage.format.Level;
import io.bellwether.probe.statuspage.format.Maintenance;
import io.bellwether.probe.statuspage.format.Notice;
import io.bellwether.probe.statuspage.format.Overall;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is declared, as a sentence in the vendor's own words. */
record DeclarationReason(
        Level declared, Selection selection, List<Incident> incidents, List<Maintenance> maintenances) {

    private static final int MOST_NAMES = 5;

    String sentence() {
        return declared == Level.UNKNOWN
                ? "The page says nothing we know: " + words() + "."
                : "The vendor declares " + declared.word().replace('_', ' ') + ": " + words() + ".";
    }

    /** Of a page of which each customer uses a part, when there is trouble and the part is not known. */
    String asking() {
        String setting = selection.page().regions() == Coverage.ABSENT ? "'components'" : "'components' or 'regions'";
        return "There is trouble on a page of which you use only a part, to be named in " + setting + ": " + words()
                + ".";
    }

    private String words() {
        return Stream.of(components(), incidentTitles(), maintenanceTitles(), overall())
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(this::nothing);
    }

    private String components() {
        return selection.components().stream()
                .filter(component -> component.level() != Level.OPERATIONAL)
                .limit(MOST_NAMES)
                .map(DeclarationReason::named)
                .collect(Collectors.joining(", "));
    }

    private String incidentTitles() {
        return selection.page().coverage() == Coverage.LISTED
                ? ""
                : titles(incidents.stream()
                        .filter(incident -> incident.open() && incident.level() != Level.OPERATIONAL)
                        .map(Incident::notice));
    }

    private String maintenanceTitles() {
        return declared == Level.MAINTENANCE ? titles(maintenances.stream().map(Maintenance::notice)) : "";
    }

    private String overall() {
        Overall overall = selection.page().overall();
        if (overall == null || !selection.wanted().all()) {
            return "";
        }
        return "'" + (overall.description().isEmpty() ? overall.word() : overall.description()) + "'";
    }

    private String nothing() {
        if (selection.page().coverage() != Coverage.LISTED) {
            return "no incident is open";
        }
        return selection.components().isEmpty() ? "it lists no component" : "all components are well";
    }

    private static String titles(Stream<Notice> notices) {
        return notices.limit(MOST_NAMES)
                .map(notice -> "'" + notice.title() + "'")
                .collect(Collectors.joining(", "));
    }

    private static String named(Component component) {
        return component.fullName() + " (" + (component.word().isEmpty() ? "no word" : component.word()) + ")";
    }
}
