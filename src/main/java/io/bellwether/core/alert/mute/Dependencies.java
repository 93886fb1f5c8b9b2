package io.bellwether.core.alert.mute;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which vendors the services of others rest on, such as a mail service on the cloud that hosts it; all by slug.
 *
 * @param direct for each vendor the ones that it names itself
 */
public record Dependencies(Map<String, Set<String>> direct) {

    public static final Dependencies NONE = new Dependencies(Map.of());

    public Dependencies {
        direct = Map.copyOf(direct);
    }

    /** All that a vendor rests on, directly or through others, the nearest first; never itself. */
    public Set<String> of(String vendor) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(vendor));
        while (!next.isEmpty()) {
            for (String below : direct.getOrDefault(next.remove(), Set.of())) {
                if (!below.equals(vendor) && found.add(below)) {
                    next.add(below);
                }
            }
        }
        return found;
    }

    /**
     * The circle that there would be if a vendor rested on these.
     *
     * @return the vendors from it back to itself; empty when there would be none
     */
    public List<String> circle(String vendor, Collection<String> wanted) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        wanted.forEach(first -> visit(first, vendor, cameFrom, next));
        while (!next.isEmpty() && !cameFrom.containsKey(vendor)) {
            String here = next.remove();
            direct.getOrDefault(here, Set.of()).forEach(below -> visit(below, here, cameFrom, next));
        }
        return cameFrom.containsKey(vendor) ? way(vendor, cameFrom) : List.of();
    }

    private static void visit(String found, String from, Map<String, String> cameFrom, Deque<String> next) {
        if (cameFrom.putIfAbsent(found, from) == null) {
            next.add(found);
        }
    }

    private static List<String> way(String vendor, Map<String, String> cameFrom) {
        List<String> way = new ArrayList<>(List.of(vendor));
        @Nullable String before = cameFrom.get(vendor);
        while (before != null && !before.equals(vendor)) {
            way.addFirst(before);
            before = cameFrom.get(before);
        }
        way.addFirst(vendor);
        return List.copyOf(way);
    }
}
