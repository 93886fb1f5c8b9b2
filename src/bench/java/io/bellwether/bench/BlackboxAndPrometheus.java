package io.bellwether.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Debian's blackbox_exporter, asked by Debian's Prometheus, which keeps what comes. */
final class BlackboxAndPrometheus implements Monitoring {

    private final Process blackbox;
    private final Process prometheus;

    private BlackboxAndPrometheus(Process blackbox, Process prometheus) {
        this.blackbox = blackbox;
        this.prometheus = prometheus;
    }

    static BlackboxAndPrometheus start(Path directory, Target target, Load load)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int exporter = Ports.free(1);
        int server = Ports.free(1);
        Files.writeString(directory.resolve("blackbox.yml"), modules(target));
        Files.writeString(directory.resolve("prometheus.yml"), scrapes(load.every(), exporter));
        Files.writeString(directory.resolve("targets.json"), targets(load.urls(target)));
        Process blackbox = Command.start(
                directory,
                "blackbox",
                "prometheus-blackbox-exporter",
                "--config.file=blackbox.yml",
                "--web.listen-address=127.0.0.1:" + exporter);
        Process prometheus = Command.start(
                directory,
                "prometheus",
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=tsdb",
                "--web.listen-address=127.0.0.1:" + server);
        Patience.until("Prometheus is ready", () -> status("http://127.0.0.1:" + server + "/-/ready") == 200);
        return new BlackboxAndPrometheus(blackbox, prometheus);
    }

    @Override
    public Processes processes() {
        return new Processes(List.of(blackbox.pid(), prometheus.pid()));
    }

    @Override
    public void close() throws InterruptedException {
        prometheus.destroy();
        blackbox.destroy();
        prometheus.waitFor();
        blackbox.waitFor();
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String modules(Target target) {
        return """
                modules:
                  body:
                    prober: http
                    timeout: 5s
                    http:
                      preferred_ip_protocol: ip4
                      fail_if_body_not_matches_regexp: ['%s']
                      tls_config: { ca_file: %s }
                """.formatted(Load.EXPECTED, target.authority());
    }

    private static String scrapes(Duration every, int exporter) {
        return """
                global: { scrape_interval: %1$ds, scrape_timeout: %2$ds }
                scrape_configs:
                  - job_name: bench
                    metrics_path: /probe
                    params: { module: [body] }
                    file_sd_configs: [{ files: [targets.json] }]
                    relabel_configs:
                      - { source_labels: [__address__], target_label: __param_target }
                      - { source_labels: [__param_target], target_label: instance }
                      - { target_label: __address__, replacement: '127.0.0.1:%3$d' }
                """.formatted(every.toSeconds(), Math.min(5, every.toSeconds()), exporter);
    }

    private static String targets(List<String> urls) {
        return urls.stream().collect(Collectors.joining("\",\"", "[{\"targets\":[\"", "\"]}]"));
    }
}
