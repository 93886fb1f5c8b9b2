package io.bellwether.core.alert.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.bellwether.core.alert.label.Matcher;
import io.bellwether.core.alert.label.MatcherText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTreeTest {

    private static final Map<String, String> ACME = Map.of("vendor", "acme", "severity", "critical");

    @Test
    void theRootTakesWhatNobodyElseDoes() {
        RoutingTree tree = tree(node("globex", "vendor=globex"));

        assertThat(receivers(tree, ACME)).containsExactly("all");
    }

    @Test
    void theFirstMatchTakesIt() {
        RoutingTree tree = tree(node("one", "vendor=acme"), node("two", "severity=critical"));

        assertThat(receivers(tree, ACME)).containsExactly("one");
    }

    @Test
    void goesOnBehindANodeThatSaysSo() {
        RoutingTree tree = tree(
                proceeding("one", "vendor=acme"),
                node("not this", "vendor=globex"),
                node("two", "severity=critical"),
                node("three", "severity=critical"));

        assertThat(receivers(tree, ACME)).containsExactly("one", "two");
    }

    @Test
    void allMatchersOfANodeMustHold() {
        RoutingTree tree = tree(node("one", "vendor=acme, severity=info"), node("two", "vendor=acme, severity!=info"));

        assertThat(receivers(tree, ACME)).containsExactly("two");
    }

    @Test
    void aNodeWithoutMatchersTakesEverything() {
        assertThat(receivers(tree(node("one", "")), Map.of("a", "b"))).containsExactly("one");
    }

    @Test
    void theDeepestMatchTakesIt() {
        RoutingTree tree = tree(node("vendor", "vendor=acme", node("page", "severity=critical")));

        assertThat(receivers(tree, ACME)).containsExactly("page");
        assertThat(receivers(tree, Map.of("vendor", "acme"))).containsExactly("vendor");
    }

    /** What proceeds below a node does not proceed beside the node itself. */
    @Test
    void proceedingHoldsForItsOwnLevel() {
        RoutingTree tree = tree(
                node("outer", "vendor=acme", proceeding("inner", "severity=critical")),
                node("beside", "severity=critical"));

        assertThat(receivers(tree, ACME)).containsExactly("inner");
    }

    @Test
    void whatANodeDoesNotSayItHasFromTheOneAbove() {
        Route leaf = new Route(null, null, null, seconds(7), null, matchers("severity=critical"), false, List.of());
        Route middle = new Route(
                "team", Grouping.by("vendor"), seconds(5), null, null, matchers("vendor=acme"), false, List.of(leaf));
        Route root = new Route("all", null, null, null, seconds(9), List.of(), false, List.of(middle));

        assertThat(new RoutingTree(root).match(ACME))
                .containsExactly(new Branch(
                        "{}/{vendor=\"acme\"}/{severity=\"critical\"}",
                        "team",
                        Grouping.by("vendor"),
                        new Timing(seconds(5), seconds(7), seconds(9))));
        assertThat(new RoutingTree(root).match(Map.of()))
                .containsExactly(new Branch(
                        "{}", "all", Grouping.by(), new Timing(seconds(30), Duration.ofMinutes(5), seconds(9))));
    }

    @Test
    void aGroupIsNamedByItsBranchAndItsLabels() {
        Branch byVendor = branch(Grouping.by("vendor", "region"));
        Branch alone = branch(Grouping.EACH_ALONE);
        Branch together = branch(Grouping.by());

        assertThat(byVendor.groupKey(ACME)).isEqualTo("{}:{vendor=\"acme\"}");
        assertThat(alone.groupKey(ACME)).isEqualTo("{}:{severity=\"critical\", vendor=\"acme\"}");
        assertThat(together.groupKey(ACME)).isEqualTo("{}:{}");
    }

    @Test
    void theRootNeedsAReceiverAndNoMatchers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoutingTree(node("all", "vendor=acme")))
                .withMessageContaining("cannot have matchers");
        assertThatNullPointerException()
                .isThrownBy(() -> new RoutingTree(route(null, "", false)))
                .withMessageContaining("receiver");
    }

    @Test
    void intervalsArePositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(seconds(0), Duration.ZERO, seconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(seconds(0), seconds(1), Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(seconds(-1), seconds(1), seconds(1)));
        assertThat(new Timing(Duration.ZERO, seconds(1), seconds(1)).groupWait())
                .isZero();
    }

    private static Branch branch(Grouping grouping) {
        return new Branch("{}", "all", grouping, Timing.DEFAULT);
    }

    private static List<String> receivers(RoutingTree tree, Map<String, String> labels) {
        return tree.match(labels).stream().map(Branch::receiver).toList();
    }

    private static RoutingTree tree(Route... routes) {
        return new RoutingTree(node("all", "", routes));
    }

    private static Route node(String receiver, String matchers, Route... routes) {
        return route(receiver, matchers, false, routes);
    }

    private static Route proceeding(String receiver, String matchers) {
        return route(receiver, matchers, true);
    }

    private static Route route(@Nullable String receiver, String matchers, boolean proceeds, Route... routes) {
        return new Route(receiver, null, null, null, null, matchers(matchers), proceeds, List.of(routes));
    }

    private static List<Matcher> matchers(String text) {
        return MatcherText.read(text);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
