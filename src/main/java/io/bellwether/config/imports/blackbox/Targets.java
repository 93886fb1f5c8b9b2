package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Harvest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of one scrape job. */
final class Targets {

    private static final String MODULE = "__param_module";

    /** @param module its name, empty when the job names none */
    record Target(String path, String address, String module, Map<String, String> labels) {}

    private Targets() {}

    static List<Target> of(Foreign job, Harvest harvest) {
        job.fields().keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.endsWith("_sd_configs"))
                .forEach(name -> harvest.lost(
                        job.at(name),
                        job.text("job_name", "job"),
                        "Its targets are only known to Prometheus; list them."));
        Foreign params = job.child("params");
        String module = params.texts("module").stream().findFirst().orElse("");
        List<Target> targets = new ArrayList<>();
        List<String> fixed = params.texts("target");
        for (int index = 0; index < fixed.size(); index++) {
            targets.add(new Target(params.at("target") + "/" + index, fixed.get(index), module, Map.of()));
        }
        if (targets.isEmpty()) {
            job.items("static_configs").forEach(group -> addAll(group, job, module, targets));
        }
        return targets;
    }

    private static void addAll(Foreign group, Foreign job, String module, List<Target> targets) {
        Map<String, String> labels = group.textMap("labels");
        String own = labels.getOrDefault(MODULE, relabelled(job, labels).orElse(module));
        List<String> addresses = group.texts("targets");
        for (int index = 0; index < addresses.size(); index++) {
            targets.add(new Target(group.at("targets") + "/" + index, addresses.get(index), own, labels));
        }
    }

    /** The module that a relabelling takes from another label. */
    private static Optional<String> relabelled(Foreign job, Map<String, String> labels) {
        return job.items("relabel_configs").stream()
                .filter(rule -> rule.text("target_label", "").equals(MODULE))
                .flatMap(rule -> rule.texts("source_labels").stream())
                .filter(labels::containsKey)
                .map(label -> labels.getOrDefault(label, ""))
                .findFirst();
    }
}
