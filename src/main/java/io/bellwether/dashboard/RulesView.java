package io.bellwether.dashboard;

import io.bellwether.alert.AlertRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules, those that come with us and those that people made. */
public record RulesView(List<AlertRule> rules) {

    /** Rules with what they are called together. */
    public record Group(String id, String title, List<AlertRule> rules) {}

    public List<Group> groups() {
        return Stream.of(group("own", "Rules of your own", false), group("built-in", "Built in", true))
                .filter(group -> !group.rules().isEmpty())
                .toList();
    }

    public boolean none() {
        return rules.stream().allMatch(AlertRule::builtIn);
    }

    public String meaning(AlertRule rule) {
        return RuleWords.meaning(rule);
    }

    private Group group(String id, String title, boolean builtIn) {
        return new Group(
                id,
                title,
                rules.stream().filter(rule -> rule.builtIn() == builtIn).toList());
    }
}
