package io.bellwether.core.alert.mute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DependenciesTest {

    private static final Dependencies CHAIN =
            new Dependencies(Map.of("mail", Set.of("cloud"), "shop", Set.of("mail"), "cloud", Set.of("power")));

    @Test
    void aVendorRestsOnWhatItsVendorsRestOn() {
        assertThat(CHAIN.of("shop")).containsExactly("mail", "cloud", "power");
        assertThat(CHAIN.of("power")).isEmpty();
        assertThat(CHAIN.of("unknown")).isEmpty();
    }

    @Test
    void aCircleIsToldFromItsBeginToItsEnd() {
        assertThat(CHAIN.circle("power", List.of("shop"))).containsExactly("power", "shop", "mail", "cloud", "power");
        assertThat(CHAIN.circle("cloud", List.of("cloud"))).containsExactly("cloud", "cloud");
        assertThat(CHAIN.circle("shop", List.of("power"))).isEmpty();
    }

    @Test
    void aCircleThatIsThereAllTheSameEnds() {
        Dependencies circle = new Dependencies(Map.of("a", Set.of("b"), "b", Set.of("a")));

        assertThat(circle.of("a")).containsExactly("b");
        assertThat(circle.of("b")).containsExactly("a");
    }

    static List<Integer> seeds() {
        return IntStream.range(0, 50).boxed().toList();
    }

    /** Whatever is refused when it would make a circle: no vendor ever rests on itself, and what is refused would. */
    @ParameterizedTest
    @MethodSource("seeds")
    void withoutCirclesNobodyRestsOnItself(int seed) {
        Random random = new Random(seed);
        Map<String, Set<String>> direct = new HashMap<>();
        for (int change = 0; change < 60; change++) {
            String vendor = "v" + random.nextInt(12);
            String other = "v" + random.nextInt(12);
            Dependencies before = new Dependencies(direct);
            boolean circle = !before.circle(vendor, List.of(other)).isEmpty();
            assertThat(circle)
                    .isEqualTo(vendor.equals(other) || before.of(other).contains(vendor));
            if (!circle) {
                direct.merge(vendor, Set.of(other), DependenciesTest::union);
            }
        }
        Dependencies all = new Dependencies(direct);
        for (String vendor : direct.keySet()) {
            for (String below : all.of(vendor)) {
                assertThat(all.of(below)).doesNotContain(vendor);
                assertThat(all.of(vendor)).containsAll(all.of(below));
            }
        }
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }
}
