package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.Importer;
import io.bellwether.config.imports.Spans;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * blackbox_exporter's {@code modules} with Prometheus's {@code scrape_configs}: each target becomes a probe. Its vendor is
 * told by one of its labels, else by the name of its job.
 */
@Singleton
class BlackboxImporter implements Importer {

    private static final List<String> OWNERS = List.of("vendor", "service", "group", "application", "app");
    private static final List<String> NAMES = List.of("name", "alias", "instance");
    private static final String DEFAULT_MODULE = "http_2xx";

    @Override
    public String format() {
        return "blackbox";
    }

    @Override
    public void read(Foreign configuration, Harvest harvest) {
        Foreign modules = configuration.child("modules");
        Foreign global = configuration.child("global");
        configuration.items("scrape_configs").forEach(job -> {
            if (isProbed(job)) {
                Targets.of(job, harvest).forEach(target -> target(target, job, modules, global, harvest));
            } else {
                harvest.detail(job.path(), job.text("job_name", "job"), "It is no job of blackbox_exporter.");
            }
        });
    }

    private static boolean isProbed(Foreign job) {
        return job.text("metrics_path", "").endsWith("/probe")
                || !job.child("params").texts("module").isEmpty();
    }

    private static void target(Targets.Target target, Foreign job, Foreign modules, Foreign global, Harvest harvest) {
        String name = target.module().isEmpty() ? DEFAULT_MODULE : target.module();
        Foreign module = modules.child(name);
        String shown = label(target, NAMES).orElse(target.address());
        if (!modules.has(name)) {
            harvest.lost(target.path(), shown, "There is no module '" + name + "'.");
            return;
        }
        Found frame = new Found(
                target.path(),
                label(target, OWNERS).orElse(job.text("job_name", "blackbox")),
                shown,
                "",
                Spans.parse(job.text("scrape_interval", global.text("scrape_interval", "")))
                        .orElse(Duration.ofMinutes(1)),
                timeout(module, job, global),
                null,
                Map.of());
        switch (module.text("prober", "")) {
            case "http" -> new HttpModule(module.child("http"), harvest).read(frame, target.address());
            default -> new SocketModule(module, harvest).read(frame, target.address());
        }
    }

    /** Whichever ends first. */
    private static Duration timeout(Foreign module, Foreign job, Foreign global) {
        Duration scrape = Spans.parse(job.text("scrape_timeout", global.text("scrape_timeout", "")))
                .orElse(Duration.ofSeconds(10));
        return Spans.parse(module.text("timeout"))
                .filter(own -> own.compareTo(scrape) < 0)
                .orElse(scrape);
    }

    private static Optional<String> label(Targets.Target target, List<String> names) {
        return names.stream()
                .map(name -> target.labels().getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
