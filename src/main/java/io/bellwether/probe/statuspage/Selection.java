package io.bellwether.probe.statuspage;

import io.bellwether.probe.statuspage.format.Affected;
import io.bellwether.probe.statuspage.format.Component;
import io.bellwether.probe.statuspage.format.Coverage;
import io.bellwether.probe.statuspage.format.Incident;
import io.bellwether.probe.statuspage.format.Level;
import io.bellwether.probe.statuspage.format.Scope;
import io.bellwether.probe.statuspage.format.StatusPage;
import java.util.List;

/**
 * What a page says about what a business depends on: components chosen by id, by name, by {@code Group / Name} or, for all
 * members, by the group's name; regions chosen by name or, where only incidents mention them, by id.
 *
 * @param components the chosen ones with their states; for pages that only list incidents, those the open ones are about
 */
record Selection(StatusPage page, Wanted wanted, List<Component> components) {

    static Selection of(StatusPage page, Wanted wanted) {
        List<Component> components = page.coverage() == Coverage.LISTED
                ? page.components()
                : Mentioned.components(page.incidents().stream()
                        .filter(incident ->
                                in(wanted.regions(), incident.notice().scope().regions()))
                        .toList());
        return new Selection(
                page,
                wanted,
                components.stream()
                        .filter(one -> one.region().isEmpty() || chosen(wanted.regions(), one.region()))
                        .filter(one -> wanted.components().isEmpty()
                                || wanted.components().stream().anyMatch(one::answersTo))
                        .toList());
    }

    /** The worst of the chosen components, and of the open incidents where these are all there is. */
    Level worst() {
        Level worst = components.stream().map(Component::level).reduce(Level.OPERATIONAL, Level::orWorse);
        return page.coverage() == Coverage.LISTED
                ? worst
                : page.incidents().stream()
                        .filter(Incident::open)
                        .filter(incident -> concerns(incident.notice().scope()))
                        .filter(incident -> wanted.components().isEmpty()
                                || incident.notice().scope().components().isEmpty())
                        .map(Incident::level)
                        .reduce(worst, Level::orWorse);
    }

    /** Whether a page that lists its components has none that was chosen. */
    boolean isOfNothing() {
        return page.coverage() == Coverage.LISTED && !wanted.all() && components.isEmpty();
    }

    /** Whether an announcement is about what was chosen; one that names nothing may be about any. */
    boolean concerns(Scope scope) {
        boolean any = page.coverage() == Coverage.LISTED
                ? wanted.all()
                : wanted.components().isEmpty();
        return in(wanted.regions(), scope.regions())
                && (any
                        || scope.components().isEmpty()
                        || scope.components().stream().anyMatch(this::isChosen));
    }

    /** Whether an announcement is about some components of a page of which none was chosen, and so perhaps not about ours. */
    boolean isPerhapsOfOthers(Scope scope) {
        return wanted.all()
                && !scope.components().isEmpty()
                && !(page.coverage() == Coverage.LISTED
                        && components.stream()
                                .allMatch(
                                        one -> scope.components().stream().anyMatch(affected -> same(one, affected))));
    }

    private boolean isChosen(Affected affected) {
        return wanted.components().stream().anyMatch(affected::answersTo)
                || components.stream().anyMatch(one -> same(one, affected));
    }

    private static boolean same(Component component, Affected affected) {
        return affected.id().isEmpty()
                ? component.name().equals(affected.name())
                : component.id().equals(affected.id());
    }

    private static boolean in(List<String> wanted, List<Affected> regions) {
        return wanted.isEmpty()
                || regions.isEmpty()
                || regions.stream().anyMatch(region -> wanted.stream().anyMatch(region::answersTo));
    }

    private static boolean chosen(List<String> wanted, String region) {
        return wanted.isEmpty() || wanted.contains(region);
    }
}
