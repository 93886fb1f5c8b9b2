package io.bellwether.config.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A foreign configuration made up for tests, with what is to become of it.
 *
 * @param monitors how many it holds
 * @param lost those that cannot be carried over
 * @param kinds how many probes of each kind the others become
 */
public record Generated(String text, int monitors, int lost, Map<String, Integer> kinds) {

    /**
     * One sort of monitor as real configurations have it.
     *
     * @param kinds of the probes that it becomes, separated by blanks; none for a monitor that is lost
     * @param text of the monitor, in which {@code %d} is its number
     */
    record Sort(String kinds, String text) {

        List<String> becomes() {
            return kinds.isEmpty() ? List.of() : List.of(kinds.split(" ", -1));
        }

        String text(int number) {
            return text.replace("%d", String.valueOf(number));
        }
    }

    public int carried() {
        return monitors - lost;
    }

    public int probes() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each sort at least once, and the same choice for the same seed. */
    static List<Sort> choice(List<Sort> sorts, int size, long seed) {
        Random random = new Random(seed);
        List<Sort> chosen = new ArrayList<>(sorts);
        while (chosen.size() < size) {
            chosen.add(sorts.get(random.nextInt(sorts.size())));
        }
        return chosen;
    }

    static Generated of(String text, List<Sort> sorts) {
        Map<String, Integer> kinds = new TreeMap<>();
        sorts.stream().flatMap(sort -> sort.becomes().stream()).forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        int lost = (int) sorts.stream().filter(sort -> sort.kinds().isEmpty()).count();
        return new Generated(text, sorts.size(), lost, kinds);
    }
}
