package io.bellwether.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final List<String> USED = List.of("E-mail", "Landing pages");

    @Test
    void withoutConditionsAdmitsAll() {
        assertThat(Selection.ALL.admits("acme", Tier.STANDARD, List.of())).isTrue();
        assertThat(new Selection(List.of(), List.of(), List.of(), List.of()).admits("acme", Tier.STANDARD, List.of()))
                .isTrue();
    }

    @Test
    void everyConditionMustAdmit() {
        Selection selection = new Selection(
                List.of("acme", "globex"), List.of(Tier.STRATEGIC, Tier.IMPORTANT), List.of("e-mail", "crm"), null);

        assertThat(selection.admits("acme", Tier.IMPORTANT, USED)).isTrue();
        assertThat(selection.admits("initech", Tier.IMPORTANT, USED)).isFalse();
        assertThat(selection.admits("acme", Tier.STANDARD, USED)).isFalse();
        assertThat(selection.admits("acme", Tier.IMPORTANT, List.of("Analytics")))
                .isFalse();
        assertThat(selection.admits("acme", Tier.IMPORTANT, List.of())).isFalse();
    }

    @Test
    void withoutKindsAdmitsThoseThatDecide() {
        Selection kinds = new Selection(null, null, null, List.of("tls"));

        assertThat(Selection.ALL.admits("http", true)).isTrue();
        assertThat(Selection.ALL.admits("tls", false)).isFalse();
        assertThat(kinds.admits("tls", false)).isTrue();
        assertThat(kinds.admits("http", true)).isFalse();
    }
}
