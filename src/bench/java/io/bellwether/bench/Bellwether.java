package io.bellwether.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged application, started as the operations guide says; with its embedded database unless told another. */
final class Bellwether implements Monitoring {

    private static final String TOKEN = "bw_token-of-the-benchmark-only";
    private static final int PROBES_PER_VENDOR = 5;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final Target target;
    private final Options options;
    private final int port = Ports.free(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;
    private int vendors;

    private Bellwether(Path directory, Target target, Options options) throws IOException, InterruptedException {
        this.directory = directory;
        this.target = target;
        this.options = options;
        this.process = launch();
    }

    /**
     * How it is started.
     *
     * @param jar the packaged application
     * @param jvm options of the virtual machine
     * @param environment settings beyond those that every scenario needs
     */
    record Options(Path jar, List<String> jvm, Map<String, String> environment) {

        Options with(Map<String, String> settings) {
            return new Options(jar, jvm, settings);
        }
    }

    static Bellwether start(Path directory, Target target, Options options) throws IOException, InterruptedException {
        return new Bellwether(directory, target, options);
    }

    private Process launch() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options.jvm());
        command.addAll(List.of("-jar", options.jar().toAbsolutePath().toString()));
        Map<String, String> environment = new HashMap<>(options.environment());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("BELLWETHER_ADMIN_TOKEN", TOKEN);
        environment.put("BELLWETHER_EGRESS_ALLOW", "127.0.0.0/8");
        environment.put("BELLWETHER_TRUST", target.authority().toString());
        Process started = Command.start(directory, "bellwether", environment, command.toArray(String[]::new));
        Patience.until("Bellwether is ready", () -> {
            if (!started.isAlive()) {
                throw new IllegalStateException(Files.readString(directory.resolve("bellwether.log")));
            }
            return get("/q/health/ready").statusCode() == 200;
        });
        return started;
    }

    /** Stops it as an operator does and starts it again on the same data. */
    void restart() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
        startAgain();
    }

    /** As {@code kill -9}: nothing in it can react. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again on the same data once it has ended. */
    void startAgain() throws IOException, InterruptedException {
        process = launch();
    }

    /** Registers every target. */
    void watch(Load load) throws IOException, InterruptedException {
        watch(load.every(), load.urls(target));
    }

    /**
     * Registers these addresses, five to a vendor.
     *
     * @return the ids of their probes
     */
    List<String> watch(Duration every, List<String> urls) throws IOException, InterruptedException {
        return watch(every, urls, PROBES_PER_VENDOR);
    }

    /** As {@link #watch(Duration, List)}, so many to a vendor. */
    List<String> watch(Duration every, List<String> urls, int perVendor) throws IOException, InterruptedException {
        List<String> probes = new ArrayList<>();
        for (int first = 0; first < urls.size(); first += perVendor) {
            JsonNode vendor = post("/api/v1/vendors", Map.of("name", "Vendor " + ++vendors));
            for (String url : urls.subList(first, Math.min(first + perVendor, urls.size()))) {
                JsonNode probe = post(
                        "/api/v1/vendors/" + vendor.get("slug").asText() + "/probes",
                        Map.of(
                                "kind",
                                "http",
                                "every",
                                every.toString(),
                                "timeout",
                                "PT5S",
                                "settings",
                                Map.of("url", url, "bodyContains", Load.EXPECTED)));
                probes.add(probe.get("id").asText());
            }
        }
        return probes;
    }

    /**
     * Registers somebody.
     *
     * @return the slug
     */
    String vendor(String name) throws IOException, InterruptedException {
        return post("/api/v1/vendors", Map.of("name", name)).get("slug").asText();
    }

    /**
     * Registers a probe as its kind usually is.
     *
     * @return its id
     */
    String probe(String vendor, String kind, Map<String, Object> settings) throws IOException, InterruptedException {
        return post("/api/v1/vendors/" + vendor + "/probes", Map.of("kind", kind, "settings", settings))
                .get("id")
                .asText();
    }

    /** What a probe says that is run at once; many may wait for theirs, each on a connection of its own. */
    JsonNode runNow(String probe) throws IOException, InterruptedException {
        return send(
                request("/api/v1/probes/" + probe + "/runs")
                        .version(HttpClient.Version.HTTP_1_1)
                        .POST(HttpRequest.BodyPublishers.noBody()),
                200);
    }

    /** Makes these probes due less often. */
    void slowDown(List<String> probes, Duration every) throws IOException, InterruptedException {
        for (String probe : probes) {
            send("PATCH", "/api/v1/probes/" + probe, Map.of("every", every.toString()), 200);
        }
    }

    /** Registers vendors with one probe each. */
    void register(Load load) throws IOException, InterruptedException {
        watch(load.every(), load.urls(target), 1);
    }

    /** The id of the probe of one of the vendors. */
    String anyProbe() throws IOException, InterruptedException {
        return JSON.readTree(get("/api/v1/vendors/vendor-1/probes").body())
                .at("/items/0/id")
                .asText();
    }

    /** Restarts its database with nothing in any cache, and waits until it is used again. */
    void restartDatabase() throws IOException, InterruptedException {
        Path data = directory.resolve("data/postgres").toAbsolutePath();
        Path programs = Path.of("/proc", postmaster().getFirst().strip(), "exe")
                .toRealPath()
                .getParent();
        // As root the embedded database runs in a user namespace, since it refuses to run as root.
        Command.run(
                directory,
                "unshare",
                "-U",
                programs.resolve("pg_ctl").toString(),
                "restart",
                "-w",
                "-m",
                "fast",
                "-D",
                data.toString());
        Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
        Patience.until(
                "the database is used again", () -> get("/q/health/ready").statusCode() == 200);
    }

    /** Due times that passed before anybody could run them, since the start. */
    double skipped() throws IOException, InterruptedException {
        return counter("bellwether_probes_skipped_total");
    }

    /** What it has counted since its start. */
    double counter(String name) throws IOException, InterruptedException {
        return get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    Lateness lateness() throws IOException, InterruptedException {
        return Lateness.parse(get("/q/metrics").body());
    }

    /** One figure from its database. */
    double query(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + postmaster().get(3).strip() + "/postgres", "postgres", "");
    }

    /** The answer to a request of somebody signed in. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public Processes processes() {
        try {
            return new Processes(List.of(
                    process.pid(), Long.parseLong(postmaster().getFirst().strip())));
        } catch (IOException e) {
            throw new IllegalStateException("the database is not running", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
        client.close();
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(directory.resolve("data/postgres/postmaster.pid"));
    }

    /** From now on the first bad attempt of these probes decides. */
    void decideAtOnce(List<String> probes) throws IOException, InterruptedException {
        for (String probe : probes) {
            Map<String, Object> once = Map.of("confirm", Map.of("attempts", 1, "delay", "PT0S"));
            send("PATCH", "/api/v1/probes/" + probe, once, 200);
        }
    }

    /** What the virtual machine keeps in its heap when everything else has been collected, in MiB. */
    double kept() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Command.run(directory, jcmd, String.valueOf(process.pid()), "GC.run");
        return counter("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20);
    }

    /** What another monitoring system would push to Prometheus Alertmanager. */
    void push(String alerts) throws IOException, InterruptedException {
        send("POST", "/alertmanager/api/v2/alerts", HttpRequest.BodyPublishers.ofString(alerts), 200);
    }

    /** Somebody to be told. */
    void channel(String kind, String name, String url) throws IOException, InterruptedException {
        post("/api/v1/channels", Map.of("kind", kind, "name", name, "settings", Map.of("url", url)));
    }

    /** @param document as {@code PUT /api/v1/routes} takes it */
    void route(Map<String, Object> document) throws IOException, InterruptedException {
        send("PUT", "/api/v1/routes", document, 200);
    }

    /**
     * Has companies assessed, as {@code POST /api/v1/finance/assessments} takes them.
     *
     * @return of how many bytes the answer was
     */
    long assess(byte[] companies) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                request("/api/v1/finance/assessments")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(companies))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("The assessment was answered by " + response.statusCode() + ".");
        }
        return response.body().length;
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send("POST", path, body, 201);
    }

    private JsonNode send(String method, String path, Map<String, Object> body, int expected)
            throws IOException, InterruptedException {
        return send(method, path, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)), expected);
    }

    private JsonNode send(String method, String path, HttpRequest.BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").method(method, body), expected);
    }

    private JsonNode send(HttpRequest.Builder unfinished, int expected) throws IOException, InterruptedException {
        HttpRequest request = unfinished.build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " was answered by "
                    + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN);
    }
}
