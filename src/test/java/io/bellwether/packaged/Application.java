package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.TestPorts;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application as a process of its own, started the way a user starts it; but compiled in haste, as it lives a
 * minute and half of its start would go into compiling well.
 */
final class Application implements AutoCloseable {

    static final String TOKEN = "bw_packaged-application-test-token";
    private static final Duration START = Duration.ofMinutes(3);
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    private final Process process;
    private final int port;
    private final Path log;

    private Application(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Application start(Path directory, Map<String, String> environment) throws IOException {
        return Nodes.start(directory, List.of(environment)).get(0);
    }

    /** Does not wait for the start. */
    static Application launch(Path directory, Map<String, String> environment) throws IOException {
        int port = TestPorts.free(1);
        Path log = directory.resolve("bellwether-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("BELLWETHER_ADMIN_TOKEN", TOKEN);
        builder.environment().putAll(environment);
        return new Application(builder.start(), port, log);
    }

    void awaitReady() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(uri("/q/health/ready"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            await().atMost(START)
                    .ignoreExceptions()
                    .until(() -> !process.isAlive()
                            || client.send(ready, HttpResponse.BodyHandlers.discarding())
                                            .statusCode()
                                    == 200);
        }
        assertThat(process.isAlive()).as(log()).isTrue();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** A request signed in as administrator. */
    RequestSpecification asAdmin() {
        return RestAssured.given(new RequestSpecBuilder()
                .setBaseUri("http://localhost")
                .setPort(port)
                .addHeader("Authorization", "Bearer " + TOKEN)
                .setContentType("application/json")
                .build());
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Waits for the process to end by itself; its exit code. */
    int exitCode() {
        await().atMost(START).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** As {@code kill -9}: nothing in the process can react. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As {@code kill}: the process may end gracefully; does not wait for it. */
    void stop() {
        process.destroy();
    }

    /** Stops it and waits until it has ended. */
    @Override
    public void close() {
        stop();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
