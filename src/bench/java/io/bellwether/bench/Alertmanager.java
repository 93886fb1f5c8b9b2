package io.bellwether.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Debian's Prometheus Alertmanager, with the same receivers and the same patience as Bellwether has in {@link AlertStorm}. */
final class Alertmanager implements AutoCloseable {

    private final Process process;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private Alertmanager(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static Alertmanager start(Path directory, Sink sink, int receivers) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        String address = "127.0.0.1:" + Ports.free(1);
        Files.writeString(directory.resolve("alertmanager.yml"), configuration(sink, receivers));
        Process process = Command.start(
                directory,
                "alertmanager",
                "prometheus-alertmanager",
                "--config.file=alertmanager.yml",
                "--storage.path=data",
                "--web.listen-address=" + address,
                "--cluster.listen-address=");
        Alertmanager started = new Alertmanager(process, "http://" + address);
        Patience.until("Alertmanager is ready", () -> started.send(started.request("/-/ready")) == 200);
        return started;
    }

    void push(String alerts) throws IOException, InterruptedException {
        int status = send(request("/api/v2/alerts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(alerts)));
        if (status != 200) {
            throw new IOException("Alertmanager answered " + status);
        }
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        process.destroy();
        process.waitFor();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String configuration(Sink sink, int receivers) {
        return each(receivers, "receivers:\n", "- {name: team-%1$d, webhook_configs: [{url: '%2$s'}]}\n", sink)
                + "route:\n  receiver: team-0\n  group_by: [alertname]\n"
                + "  group_wait: 0s\n  group_interval: 1s\n  repeat_interval: 4h\n"
                + each(receivers, "  routes:\n", "  - {receiver: team-%1$d, matchers: ['team=\"team-%1$d\"']}\n", sink);
    }

    private static String each(int receivers, String head, String line, Sink sink) {
        return IntStream.range(0, receivers)
                .mapToObj(team -> Report.text(line, team, sink.url("/team-" + team)))
                .collect(Collectors.joining("", head, ""));
    }
}
