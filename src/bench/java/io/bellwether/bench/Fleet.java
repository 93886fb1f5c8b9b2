package io.bellwether.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Vendors that one nginx on 127.0.0.1 plays, each under a domain of its own and as careful as one should be. */
final class Fleet implements AutoCloseable {

    /** Above all of theirs. */
    static final String DOMAIN = "fleet.example";

    /** The kinds of probe that make a full scan of a vendor. */
    static final List<String> KINDS = List.of("headers", "tls", "mail", "zone");

    private static final String PAGE = "<!doctype html><title>Shop</title><link rel=stylesheet href=/shop.css>"
            + "<script src=/shop.js></script><script src=/cart.js></script><p>Welcome.";

    private final Process nginx;
    private final int port;

    private Fleet(Process nginx, int port) {
        this.nginx = nginx;
        this.port = port;
    }

    static List<String> domains(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Report.text("v%04d.%s", number, DOMAIN))
                .toList();
    }

    /** @param target whose authority signs the certificate */
    static Fleet start(Path directory, Target target) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        target.certify(directory, "DNS:*." + DOMAIN);
        int port = Ports.free(2);
        Path file = Files.writeString(directory.resolve("nginx.conf"), configuration(directory, port));
        Process nginx =
                Command.start(directory, "nginx", "/usr/sbin/nginx", "-c", file.toString(), "-p", directory.toString());
        Patience.until("the fleet answers", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
        return new Fleet(nginx, port);
    }

    /** What the probe of a kind is told about a vendor. */
    Map<String, Object> settings(String kind, String domain) {
        return switch (kind) {
            case "headers" ->
                Map.of(
                        "url", "https://" + domain + ":" + (port + 1) + "/",
                        "plainUrl", "http://" + domain + ":" + port + "/");
            case "tls" -> Map.of("host", domain, "port", port + 1);
            default -> Map.of("domain", domain);
        };
    }

    @Override
    public void close() throws InterruptedException {
        nginx.destroy();
        nginx.waitFor();
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
                  server_tokens off;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  server {
                    listen 127.0.0.1:%1$d backlog=16384;
                    return 301 https://$host:%2$d$request_uri;
                  }
                  server {
                    listen 127.0.0.1:%2$d ssl backlog=16384;
                    ssl_certificate %3$s/server.pem;
                    ssl_certificate_key %3$s/server.key;
                    ssl_protocols TLSv1.2 TLSv1.3;
                    default_type "text/html; charset=utf-8";
                    add_header Content-Security-Policy "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'" always;
                    add_header Strict-Transport-Security "max-age=63072000; includeSubDomains" always;
                    add_header X-Content-Type-Options nosniff always;
                    add_header X-Frame-Options DENY always;
                    add_header Referrer-Policy strict-origin-when-cross-origin always;
                    add_header Cross-Origin-Resource-Policy same-origin always;
                    add_header Cross-Origin-Opener-Policy same-origin always;
                    add_header Set-Cookie "__Host-visit=1; Secure; HttpOnly; SameSite=Lax; Path=/" always;
                    if ($request_method = OPTIONS) { return 405; }
                    location = / { return 200 '%4$s'; }
                    location = /robots.txt { default_type text/plain; return 200 "User-agent: *\\nAllow: /\\n"; }
                    location / { return 404; }
                  }
                }
                """.formatted(port, port + 1, directory, PAGE);
    }
}
