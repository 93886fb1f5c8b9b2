package io.bellwether.probe.statuspage.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a status page says, whatever its format.
 *
 * @param name the vendor's, as on the page; null when the format has none
 * @param overall null for formats that only list incidents
 * @param coverage what is told of components
 * @param regions what is told of regions
 * @param components when they are {@link Coverage#LISTED}
 * @param incidents open ones, in some formats past ones as well
 * @param maintenances those that are not over
 * @param divided whether each customer uses only a part of it, so that trouble somewhere means nothing without a choice
 */
public record StatusPage(
        @Nullable String name,
        @Nullable Overall overall,
        Coverage coverage,
        Coverage regions,
        List<Component> components,
        List<Incident> incidents,
        List<Maintenance> maintenances,
        boolean divided) {

    /** A page that lists its components. */
    static StatusPage listing(@Nullable String name, @Nullable Overall overall, List<Component> components) {
        return new StatusPage(name, overall, Coverage.LISTED, Coverage.ABSENT, components, List.of(), List.of(), false);
    }

    /** A page that knows only its incidents, and by them its components. */
    static StatusPage of(@Nullable String name, List<Incident> incidents) {
        return new StatusPage(name, null, Coverage.MENTIONED, Coverage.ABSENT, List.of(), incidents, List.of(), false);
    }

    StatusPage with(List<Incident> incidents, List<Maintenance> maintenances) {
        return new StatusPage(name, overall, coverage, regions, components, incidents, maintenances, divided);
    }

    StatusPage covering(Coverage coverage, Coverage regions) {
        return new StatusPage(name, overall, coverage, regions, components, incidents, maintenances, divided);
    }

    StatusPage divided(boolean divided) {
        return new StatusPage(name, overall, coverage, regions, components, incidents, maintenances, divided);
    }
}
