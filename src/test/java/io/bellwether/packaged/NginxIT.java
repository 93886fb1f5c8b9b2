package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.bellwether.TestPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real web server with TLS stops and starts again; Slack and mail hear of both. */
@Tag("debian")
class NginxIT {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration CONFIRMATION = Duration.ofSeconds(1);
    private static final Duration ALLOWANCE = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private final List<String> slackMessages = new CopyOnWriteArrayList<>();
    private HttpServer slack;
    private GreenMail mail;
    private int nginxPort;

    @BeforeEach
    void startSinks() throws IOException, InterruptedException {
        slack = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        slack.createContext("/", exchange -> {
            slackMessages.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] ok = "ok".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, ok.length);
            exchange.getResponseBody().write(ok);
            exchange.close();
        });
        slack.start();
        mail = new GreenMail(new ServerSetup(TestPorts.free(1), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        mail.start();
        nginxPort = TestPorts.free(1);
        certificate();
        Files.writeString(directory.resolve("nginx.conf"), """
                worker_processes 1;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 64; }
                http {
                  access_log off;
                  server {
                    listen 127.0.0.1:%d ssl;
                    ssl_certificate server.pem;
                    ssl_certificate_key server.key;
                    location / { return 200 'hello from a real server'; }
                  }
                }
                """.formatted(nginxPort));
    }

    @AfterEach
    void stopSinks() {
        slack.stop(0);
        mail.stop();
    }

    @Test
    void anOutageIsToldToBothOwnersAndItsEndToo() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(
                "BELLWETHER_EGRESS_ALLOW",
                "127.0.0.0/8,localhost",
                "BELLWETHER_TRUST",
                directory.resolve("server.pem").toString(),
                "QUARKUS_MAILER_HOST",
                "127.0.0.1",
                "QUARKUS_MAILER_PORT",
                String.valueOf(mail.getSmtp().getPort()));
        Process nginx = nginx();
        try (Application application = Application.start(directory, environment)) {
            register(application);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(outcome(application)).isEqualTo("UP"));

            Instant stopped = Instant.now();
            nginx.destroy();
            nginx.waitFor();
            await().atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> assertThat(condition(application)).isEqualTo("FIRING"));
            Duration tillFiring = Duration.between(stopped, Instant.now());
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(slackMessages).hasSize(1);
                assertThat(mail.getReceivedMessages()).hasSize(2);
            });
            Duration tillTold = Duration.between(stopped, Instant.now());

            nginx = nginx();
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(condition(application)).isEqualTo("RESOLVED"));
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(slackMessages).hasSize(2);
                assertThat(mail.getReceivedMessages()).hasSize(4);
            });
            System.out.printf("nginx stopped: FIRING after %s, told after %s%n", tillFiring, tillTold);
            assertThat(tillFiring).isLessThan(EVERY.plus(CONFIRMATION).plus(ALLOWANCE));
        } finally {
            nginx.destroy();
        }
    }

    private void register(Application application) {
        application.asAdmin().body("""
                        {"name": "Real Server", "slug": "real",
                         "owners": {"it": {"name": "Ida", "email": "ida@example.com"},
                                    "marketing": {"name": "Marco", "email": "marco@example.com"}}}""").post("/api/v1/vendors").then().statusCode(201);
        application
                .asAdmin()
                .body("""
                        {"kind": "http", "every": "PT5S", "timeout": "PT2S", "confirm": {"attempts": 2, "delay": "PT1S"},
                         "settings": {"url": "https://localhost:%d/", "bodyContains": "real server"}}""".formatted(nginxPort))
                .post("/api/v1/vendors/real/probes")
                .then()
                .statusCode(201);
        String webhook = "http://localhost:" + slack.getAddress().getPort() + "/services/T0/B0/secret";
        application
                .asAdmin()
                .body(Map.of("kind", "slack", "name", "Slack", "settings", Map.of("url", webhook)))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);
        application
                .asAdmin()
                .body(Map.of("kind", "email", "name", "Owners", "settings", Map.of()))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);
    }

    private static String outcome(Application application) {
        String probe = application
                .asAdmin()
                .get("/api/v1/vendors/real/probes")
                .jsonPath()
                .getString("items[0].id");
        return application
                .asAdmin()
                .get("/api/v1/probes/" + probe + "/observations?limit=1")
                .jsonPath()
                .getString("items[0].outcome");
    }

    private static String condition(Application application) {
        return application
                .asAdmin()
                .get("/api/v1/alerts?vendor=real")
                .jsonPath()
                .getString("items.find { it.rule == 'vendor-down' }.condition");
    }

    private void certificate() throws IOException, InterruptedException {
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "60",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                "server.key",
                "-out",
                "server.pem");
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("commands.log").toFile())
                .start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }

    private Process nginx() throws IOException {
        Process nginx = new ProcessBuilder("nginx", "-p", directory + "/", "-c", "nginx.conf", "-g", "daemon off;")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().untilAsserted(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), nginxPort)) {
                assertThat(socket.isConnected()).isTrue();
            }
        });
        return nginx;
    }
}
