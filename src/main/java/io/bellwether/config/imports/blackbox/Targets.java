package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Harvest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The targets of one scrape job. */
final class Targets {

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
        params.fields().keySet().stream()
                .map(String::valueOf)
                .filter(name -> !name.equals("module") && !name.equals("target"))
                .forEach(name -> harvest.often(params.at(name), name, "A probe has its settings and no parameters."));
        Relabelling relabelling = new Relabelling(job);
        relabelling
                .strange()
                .forEach(rule -> harvest.often(
                        rule.path(),
                        "relabel_configs",
                        "Only rules that set the target or the module are applied here."));
        String module = relabelling
                .module()
                .orElse(params.texts("module").stream().findFirst().orElse(""));
        List<Target> targets = new ArrayList<>();
        List<String> fixed = params.texts("target");
        for (int index = 0; index < fixed.size(); index++) {
            targets.add(new Target(params.at("target") + "/" + index, fixed.get(index), module, Map.of()));
        }
        if (targets.isEmpty()) {
            job.items("static_configs").forEach(group -> addAll(group, relabelling, module, targets));
        }
        return targets;
    }

    private static void addAll(Foreign group, Relabelling relabelling, String module, List<Target> targets) {
        Map<String, String> labels = group.textMap("labels");
        String own = labels.getOrDefault(
                Relabelling.MODULE, relabelling.module(labels).orElse(module));
        List<String> addresses = group.texts("targets");
        for (int index = 0; index < addresses.size(); index++) {
            targets.add(new Target(
                    group.at("targets") + "/" + index, relabelling.target(addresses.get(index)), own, labels));
        }
    }
}
