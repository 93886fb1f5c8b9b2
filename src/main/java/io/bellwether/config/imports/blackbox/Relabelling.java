package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Foreign;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules by which a scrape job tells blackbox_exporter what to probe, and how. */
final class Relabelling {

    static final String MODULE = "__param_module";

    private static final String ADDRESS = "__address__";
    private static final String TARGET = "__param_target";

    private final List<Foreign> rules;

    Relabelling(Foreign job) {
        rules = job.items("relabel_configs");
    }

    /** The address as it is probed. */
    String target(String address) {
        return plain(TARGET)
                .filter(rule -> rule.texts("source_labels").equals(List.of(ADDRESS)))
                .map(rule ->
                        rule.text("replacement", "$1").replace("${1}", address).replace("$1", address))
                .findFirst()
                .orElse(address);
    }

    /** The module that all targets have. */
    Optional<String> module() {
        return plain(MODULE)
                .filter(rule -> rule.texts("source_labels").isEmpty())
                .map(rule -> rule.text("replacement", ""))
                .findFirst();
    }

    /** The module that is taken from another label. */
    Optional<String> module(Map<String, String> labels) {
        return plain(MODULE)
                .flatMap(rule -> rule.texts("source_labels").stream())
                .filter(labels::containsKey)
                .map(label -> labels.getOrDefault(label, ""))
                .findFirst();
    }

    /** The rules that do something else than every job of blackbox_exporter has to do. */
    List<Foreign> strange() {
        return rules.stream().filter(rule -> !isUsual(rule)).toList();
    }

    private static boolean isUsual(Foreign rule) {
        String target = rule.text("target_label", "");
        List<String> sources = rule.texts("source_labels");
        return isPlain(rule)
                && switch (target) {
                    case TARGET -> sources.equals(List.of(ADDRESS));
                    case MODULE, ADDRESS -> true;
                    case "instance" -> sources.equals(List.of(TARGET)) || sources.equals(List.of(ADDRESS));
                    default -> false;
                };
    }

    private Stream<Foreign> plain(String target) {
        return rules.stream().filter(rule -> rule.text("target_label", "").equals(target) && isPlain(rule));
    }

    private static boolean isPlain(Foreign rule) {
        return rule.text("action", "replace").equals("replace")
                && List.of("", "(.*)", "(.+)").contains(rule.text("regex", ""));
    }
}
