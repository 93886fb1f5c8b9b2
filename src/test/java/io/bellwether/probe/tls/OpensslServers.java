package io.bellwether.probe.tls;

import io.bellwether.TestPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Certificates and servers by Debian's openssl, made to offer what it has long given up. */
final class OpensslServers implements AutoCloseable {

    private final Path directory;
    private final List<Process> running = new ArrayList<>();

    OpensslServers(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        Files.writeString(directory.resolve("open.cnf"), """
                openssl_conf = all
                [all]
                ssl_conf = ssl
                [ssl]
                system_default = open
                [open]
                MinProtocol = None
                CipherString = ALL:@SECLEVEL=0
                [req]
                distinguished_name = name
                [name]
                """);
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days 30 -sha256 -subj /CN=Root"
                + " -addext basicConstraints=critical,CA:TRUE");
        sign("intermediate", "root", "rsa:2048", "-sha256", 30, "basicConstraints=critical,CA:TRUE");
        server("good", "root", "rsa:2048", "-sha256", 20, "shop.example");
        server("curve", "root", "ec -pkeyopt ec_paramgen_curve:P-256", "-sha256", 20, "shop.example");
        server("expired", "root", "rsa:2048", "-sha256", -1, "shop.example");
        server("elsewhere", "root", "rsa:2048", "-sha256", 20, "other.example");
        server("below", "intermediate", "rsa:2048", "-sha256", 20, "shop.example");
        server("short", "root", "rsa:1024", "-sha256", 20, "shop.example");
        server("sha1", "root", "rsa:2048", "-sha1", 20, "shop.example");
        openssl("req -x509 -newkey rsa:2048 -nodes -keyout alone.key -out alone.pem -days 20 -sha256"
                + " -subj /CN=shop.example -addext subjectAltName=DNS:shop.example");
        openssl("genpkey -genparam -algorithm DH -pkeyopt group:modp_1536 -out dh1536.pem");
        Files.writeString(directory.resolve("index.txt"), "");
        openssl("ocsp -index index.txt -rsigner root.pem -rkey root.key -CA root.pem -issuer root.pem -cert good.pem"
                + " -ndays 5 -respout status.der");
    }

    Path root() {
        return directory.resolve("root.pem");
    }

    /** Starts OpenSSL and tells its port. */
    int start(String certificate, String options) throws IOException {
        int port = TestPorts.free(1);
        List<String> command = new ArrayList<>(List.of(
                "timeout",
                "120",
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:" + port,
                "-quiet",
                "-cert",
                certificate + ".pem",
                "-key",
                certificate + ".key"));
        command.addAll(List.of(options.split(" ")));
        return await(run(command), port);
    }

    /** Starts nginx and tells its port. */
    int nginx(String settings) throws IOException {
        int port = TestPorts.free(1);
        Path own = Files.createDirectories(directory.resolve("nginx-" + port));
        Files.writeString(own.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 64; }
                http {
                  access_log off;
                  server {
                    listen 127.0.0.1:%d ssl http2;
                    ssl_certificate %s/good.pem;
                    ssl_certificate_key %s/good.key;
                    %s
                    location / { return 200 'hello'; }
                  }
                }
                """.formatted(port, directory, directory, settings));
        return await(
                run(List.of("timeout", "120", "nginx", "-p", own.toString(), "-c", "nginx.conf", "-e", "error.log")),
                port);
    }

    /** What all of them have written. */
    String log() throws IOException {
        return Files.readString(directory.resolve("servers.log"));
    }

    private Process run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("servers.log").toFile()));
        builder.environment().put("OPENSSL_CONF", directory.resolve("open.cnf").toString());
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private int await(Process process, int port) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(log());
                    }
                    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
                        return socket.isConnected();
                    }
                });
        return port;
    }

    private void server(String name, String issuer, String key, String hash, int days, String host)
            throws IOException, InterruptedException {
        sign(
                name,
                issuer,
                key,
                hash,
                days,
                "subjectAltName=DNS:" + host + "\nauthorityInfoAccess=OCSP;URI:http://status.example");
    }

    private void sign(String name, String issuer, String key, String hash, int days, String extension)
            throws IOException, InterruptedException {
        Files.writeString(directory.resolve(name + ".ext"), extension + "\n");
        openssl("req -newkey " + key + " -nodes -keyout " + name + ".key -out " + name + ".csr -subj /CN=" + name);
        openssl("x509 -req -in " + name + ".csr -CA " + issuer + ".pem -CAkey " + issuer + ".key -CAcreateserial -out "
                + name + ".pem -extfile " + name + ".ext " + hash + " -days " + days);
    }

    private void openssl(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments.split(" ")));
        Process process = run(command);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("openssl " + arguments + ": " + log());
        }
        running.remove(process);
    }

    @Override
    public void close() throws InterruptedException {
        running.forEach(Process::destroy);
        for (Process process : running) {
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }
}
