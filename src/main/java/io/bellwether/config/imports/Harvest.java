package io.bellwether.config.imports;

import io.bellwether.config.imports.Leftover.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an importer has found so far. */
public final class Harvest {

    private final List<Found> found = new ArrayList<>();
    private final List<Found> beside = new ArrayList<>();
    private final List<Leftover> leftovers = new ArrayList<>();
    private final Map<List<String>, Leftover> often = new LinkedHashMap<>();

    /** The probe that a monitor becomes. */
    public void add(Found probe) {
        found.add(probe);
    }

    /** A further probe of a monitor, which is dropped when the first cannot be carried over. */
    public void addBeside(Found probe) {
        beside.add(probe);
    }

    /** A monitor that stays behind; each monitor is either added or lost. */
    public void lost(String path, String what, String why) {
        leftovers.add(new Leftover(path, what, why, Scope.MONITOR, 1));
    }

    /** A part of a monitor that stays behind. */
    public void detail(String path, String what, String why) {
        leftovers.add(new Leftover(path, what, why, Scope.DETAIL, 1));
    }

    /** As {@link #detail} for what many monitors have alike: it is told once, with its first place. */
    public void often(String path, String what, String why) {
        often.merge(
                List.of(what, why),
                new Leftover(path, what, why, Scope.DETAIL, 1),
                (all, _) -> new Leftover(all.path(), what, why, Scope.DETAIL, all.times() + 1));
    }

    List<Found> found() {
        return found;
    }

    List<Found> beside() {
        return beside;
    }

    /** Lost monitors first. */
    List<Leftover> leftovers() {
        List<Leftover> all = new ArrayList<>(leftovers);
        all.addAll(often.values());
        all.sort((one, other) -> one.scope().compareTo(other.scope()));
        return all;
    }
}
