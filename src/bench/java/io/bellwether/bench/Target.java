package io.bellwether.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An nginx on 127.0.0.1 that answers every path with the same 73 bytes of JSON, in the clear and encrypted. */
final class Target implements AutoCloseable {

    private static final String BODY =
            "{\"status\":\"ok\",\"version\":\"2026.11.1\",\"uptime\":1234567,\"region\":\"eu-west-1\"}";
    private static final Pattern REQUESTS = Pattern.compile("requests\\s+\\d+ \\d+ (\\d+)");

    private final Process nginx;
    private final Path directory;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong ownRequests = new AtomicLong();

    private Target(Process nginx, Path directory, int port) {
        this.nginx = nginx;
        this.directory = directory;
        this.port = port;
    }

    static Target start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        certificate(directory);
        int port = Ports.free(3);
        Files.writeString(directory.resolve("nginx.conf"), configuration(directory, port));
        Process nginx = Command.start(
                directory,
                "nginx",
                "/usr/sbin/nginx",
                "-c",
                directory.resolve("nginx.conf").toString(),
                "-p",
                directory.toString());
        Target target = new Target(nginx, directory, port);
        Patience.until("nginx answers", () -> target.requests() >= 0);
        return target;
    }

    String url(String scheme) {
        return url(scheme, "127.0.0.1");
    }

    /** @param host a name of 127.0.0.1 */
    String url(String scheme, String host) {
        return scheme + "://" + host + ":" + (scheme.equals("https") ? port + 1 : port);
    }

    /** The authority that signed the certificate, as PEM. */
    Path authority() {
        return directory.resolve("ca.pem");
    }

    /** Puts {@code server.pem} and {@code server.key} there, signed by the same authority. */
    void certify(Path other, String names) throws IOException, InterruptedException {
        certify(directory, other, names);
    }

    /** How many checks it has answered since its start, by its own count. */
    long requests() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 2) + "/"))
                .build();
        Matcher matcher = REQUESTS.matcher(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        if (!matcher.find()) {
            throw new IOException("nginx does not tell its requests");
        }
        return Long.parseLong(matcher.group(1)) - ownRequests.incrementAndGet();
    }

    /** Its files are there to be deleted when it has ended. */
    @Override
    public void close() throws InterruptedException {
        client.close();
        nginx.destroy();
        nginx.waitFor();
    }

    private static void certificate(Path directory) throws IOException, InterruptedException {
        openssl(
                directory,
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj /CN=bench-ca"
                        + " -keyout ca.key -out ca.pem");
        certify(directory, directory, "IP:127.0.0.1,DNS:localhost");
    }

    private static void certify(Path authority, Path directory, String names) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("names"), "subjectAltName=" + names + "\nbasicConstraints=CA:FALSE\n");
        openssl(
                directory,
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=127.0.0.1 -keyout server.key -out server.csr");
        openssl(
                directory,
                "x509 -req -in server.csr -CA %1$s/ca.pem -CAkey %1$s/ca.key -CAcreateserial -days 90 -extfile names -out server.pem"
                        .formatted(authority));
    }

    private static void openssl(Path directory, String arguments) throws IOException, InterruptedException {
        Command.run(directory, ("openssl " + arguments).split(" "));
    }

    private static String configuration(Path directory, int port) {
        return """
                worker_processes 2;
                daemon off;
                pid nginx.pid;
                error_log error.log;
                worker_rlimit_nofile 65536;
                events { worker_connections 16384; }
                http {
                  access_log off;
                  default_type application/json;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%d backlog=16384;
                    listen 127.0.0.1:%d ssl backlog=16384;
                    ssl_certificate %s/server.pem;
                    ssl_certificate_key %s/server.key;
                    ssl_protocols TLSv1.2 TLSv1.3;
                    location / { return 200 '%s'; }
                  }
                  server {
                    listen 127.0.0.1:%d;
                    location / { stub_status; }
                  }
                }
                """.formatted(port, port + 1, directory, directory, BODY, port + 2);
    }
}
