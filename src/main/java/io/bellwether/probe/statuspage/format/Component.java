package io.bellwether.probe.statuspage.format;

/**
 * A component with its state; one that has a state per region is there once for each.
 *
 * @param group the name of its group, empty without
 * @param region the name of its region, empty without
 * @param word the vendor's own word for its state
 */
public record Component(String id, String name, String group, String region, Level level, String word) {

    public static Component of(String id, String name, Level level, String word) {
        return new Component(id, name, "", "", level, word);
    }

    /** {@code Group / Name (Region)}. */
    public String fullName() {
        return groupedName() + (region.isEmpty() ? "" : " (" + region + ")");
    }

    public String groupedName() {
        return group.isEmpty() ? name : group + " / " + name;
    }

    public boolean answersTo(String wanted) {
        return wanted.equals(id) || wanted.equals(name) || wanted.equals(groupedName()) || wanted.equals(group);
    }
}
