package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.TestPorts;
import io.bellwether.platform.TestJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** A running blackbox_exporter with a module for each trial. */
final class Blackbox implements AutoCloseable {

    /** What one probe of it came to; its metrics by name and labels as they are written. */
    record Answer(Map<String, Double> metrics) {

        private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+(?:\\{[^}]*})?) (\\S+)$");

        static Answer parse(String text) {
            Map<String, Double> metrics = new HashMap<>();
            Matcher samples = SAMPLE.matcher(text);
            while (samples.find()) {
                metrics.put(samples.group(1), Double.valueOf(samples.group(2)));
            }
            return new Answer(metrics);
        }

        boolean success() {
            return value("probe_success") == 1;
        }

        int status() {
            return (int) value("probe_http_status_code");
        }

        int redirects() {
            return (int) value("probe_http_redirects");
        }

        boolean failedByPattern() {
            return value("probe_failed_due_to_regex") == 1;
        }

        /** When the first of the certificates shown ends, in seconds since the epoch; 0 without TLS. */
        long certificatesEnd() {
            return (long) value("probe_ssl_earliest_cert_expiry");
        }

        /** In milliseconds. */
        double phase(String name) {
            return value("probe_http_duration_seconds{phase=\"" + name + "\"}") * 1_000;
        }

        private double value(String metric) {
            return metrics.getOrDefault(metric, 0.0);
        }
    }

    private static final String PROGRAM = "prometheus-blackbox-exporter";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Blackbox(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Blackbox start(Path files, List<Trial> trials, Map<String, Object> tls) throws IOException {
        Map<String, Object> modules = new LinkedHashMap<>();
        trials.forEach(trial -> modules.put(trial.name(), module(trial, tls)));
        // JSON is YAML.
        Path configuration =
                Files.writeString(files.resolve("blackbox.yml"), TestJson.json().write(Map.of("modules", modules)));
        int port = TestPorts.free(1);
        Process process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + configuration,
                        "--web.listen-address=127.0.0.1:" + port,
                        "--log.level=error")
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("blackbox.log").toFile())
                .start();
        Blackbox blackbox = new Blackbox(process, URI.create("http://127.0.0.1:" + port));
        try {
            blackbox.awaitReady(files.resolve("blackbox.log"));
            return blackbox;
        } catch (ConditionTimeoutException e) {
            blackbox.close();
            throw e;
        }
    }

    Answer probe(Trial trial) {
        String query = "/probe?target=" + encoded(trial.url()) + "&module=" + encoded(trial.name());
        return Answer.parse(get(query));
    }

    private static Map<String, Object> module(Trial trial, Map<String, Object> tls) {
        Map<String, Object> http = new LinkedHashMap<>(Map.of("preferred_ip_protocol", "ip4", "tls_config", tls));
        http.putAll(trial.module());
        return Map.of("prober", "http", "timeout", trial.timeout().toMillis() + "ms", "http", http);
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitReady(Path log) {
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(() -> {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            assertThat(get("/-/healthy")).contains("Healthy");
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
