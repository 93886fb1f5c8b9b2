package io.bellwether.config.imports;

import io.bellwether.config.imports.Generated.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Modules of blackbox_exporter and scrape jobs with 228 targets, of the sorts that real ones have. */
public final class GeneratedBlackbox {

    private static final int JOBS = 38;
    private static final int TARGETS = 6;

    private static final String MODULES = """
            modules:
              http_2xx:
                prober: http
                timeout: 5s
                http: {preferred_ip_protocol: ip4}
              http_body:
                prober: http
                http:
                  valid_status_codes: [200, 204]
                  method: POST
                  headers: {Content-Type: application/json}
                  body: '{}'
                  fail_if_body_matches_regexp: ["(?i)maintenance"]
                  fail_if_body_not_matches_regexp: ['"status":\\s*"(?P<state>[[:alpha:]]+)"']
              http_basic:
                prober: http
                http: {basic_auth: {username: u, password: p}, proxy_url: "http://proxy.example:3128"}
              http_oauth:
                prober: http
                http:
                  oauth2: {client_id: me, client_secret: s, token_url: "https://id.example/token", endpoint_params: {audience: api}}
              http_insecure:
                prober: http
                http: {tls_config: {insecure_skip_verify: true}}
              tcp_connect:
                prober: tcp
              smtp_starttls:
                prober: tcp
                tcp:
                  query_response:
                    - expect: "^220 ([^ ]+) ESMTP (.+)$"
                    - send: "EHLO prober\\r"
                    - expect: "^250-STARTTLS"
                    - send: "STARTTLS\\r"
                    - expect: "^220"
                    - starttls: true
                    - send: "EHLO prober\\r"
                    - expect: "^250-AUTH"
                    - send: "QUIT\\r"
              tls_connect:
                prober: tcp
                tcp: {tls: true}
              icmp:
                prober: icmp
                icmp: {preferred_ip_protocol: ip4}
              dns_soa:
                prober: dns
                dns: {query_name: example.com, query_type: SOA, transport_protocol: tcp}
              grpc:
                prober: grpc
                grpc: {service: pay, tls: true}
              unix:
                prober: unix
            ---
            global: {scrape_interval: 30s}
            scrape_configs:
              - job_name: node
                static_configs: [{targets: ["10.0.0.1:9100"]}]
            """;

    /** The module, and the target. */
    private static final List<Sort> SORTS = List.of(
            new Sort("http", "http_2xx https://www-%d.example/"),
            new Sort("http", "http_2xx www-%d.example"),
            new Sort("http", "http_body https://api-%d.example/status"),
            new Sort("http", "http_basic https://basic-%d.example/"),
            new Sort("http", "http_oauth https://oauth-%d.example/"),
            new Sort("tcp", "tcp_connect db-%d.example:5432"),
            new Sort("tcp", "smtp_starttls smtp-%d.example:587"),
            new Sort("tcp", "tls_connect imap-%d.example:993"),
            new Sort("icmp", "icmp host-%d.example"),
            new Sort("dns", "dns_soa 192.0.2.%d"),
            new Sort("grpc", "grpc rpc-%d.example:443"),
            new Sort("", "http_insecure https://own-ca-%d.example/"),
            new Sort("", "unix /run/socket-%d"),
            new Sort("", "nowhere https://lost-%d.example/"));

    private GeneratedBlackbox() {}

    public static Generated of(long seed) {
        List<Sort> jobs = Generated.choice(SORTS, JOBS, seed);
        StringBuilder text = new StringBuilder(MODULES);
        List<Sort> targets = new ArrayList<>();
        for (int job = 0; job < JOBS; job++) {
            String[] moduleAndTarget = jobs.get(job).text().split(" ", 2);
            text.append("""
              - job_name: job-%d
                metrics_path: /probe
                params: {module: [%s]}
                relabel_configs:
                  - {source_labels: [__address__], target_label: __param_target}
                  - {target_label: __address__, replacement: "blackbox:9115"}
                static_configs:
                  - labels: {service: Service %d}
                    targets:
            """.formatted(job, moduleAndTarget[0], job % 9));
            for (int target = 0; target < TARGETS; target++) {
                String number = String.valueOf(job * TARGETS + target);
                text.append("            - \"")
                        .append(moduleAndTarget[1].replace("%d", number))
                        .append("\"\n");
            }
            targets.addAll(Collections.nCopies(TARGETS, jobs.get(job)));
        }
        return Generated.of(text.toString(), targets);
    }
}
