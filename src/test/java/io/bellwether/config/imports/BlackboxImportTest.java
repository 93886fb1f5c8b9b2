package io.bellwether.config.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.imports.blackbox.BlackboxFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BlackboxImportTest {

    @Test
    void aLargeConfigurationIsCarriedOverOrAccountedFor() {
        Import.carriesOver(BlackboxFormat.importer(), GeneratedBlackbox.of(7));
    }

    @Test
    void aTargetOfAModuleBecomesAProbe() {
        Import read = read("""
                prober: http
                timeout: 4s
                http:
                  valid_status_codes: [200, 301]
                  method: POST
                  headers: {Accept: text/plain}
                  body: ping
                  basic_auth: {username: u, password: p}
                  follow_redirects: false
                  fail_if_not_ssl: true
                  fail_if_body_not_matches_regexp: ["(?P<word>po+ng)"]
                  fail_if_header_not_matches:
                    - {header: Content-Type, regexp: "(?i)application/json.*"}
                    - {header: Server, regexp: "^nginx$"}
                  fail_if_header_matches: [{header: X-Debug, regexp: ".*"}]
                """, "https://a.example/health");

        assertThat(read.vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.get("slug")).isEqualTo("web");
        });
        assertThat(read.probe("https://a.example/health"))
                .isEqualTo(Map.of(
                        "name", "https://a.example/health",
                        "kind", "http",
                        "every", "PT45S",
                        "timeout", "PT4S",
                        "settings",
                                Map.of(
                                        "url",
                                        "https://a.example/health",
                                        "method",
                                        "POST",
                                        "headers",
                                        Map.of("Accept", "text/plain"),
                                        "auth",
                                        Map.of("basic", Map.of("username", "u", "password", "p")),
                                        "body",
                                        "ping",
                                        "expectStatus",
                                        List.of("200", "301"),
                                        "followRedirects",
                                        false,
                                        "expectHeaders",
                                        Map.of("Content-Type", "application/json"),
                                        "bodyMatches",
                                        "(?<word>po+ng)")));
        assertThat(read.details())
                .containsExactlyInAnyOrder(
                        "/modules/m/http/fail_if_header_not_matches/1 Server: ^nginx$",
                        "/modules/m/http/fail_if_header_matches fail_if_header_matches");
    }

    @Test
    void aWayInAndAWayThroughAreKept() {
        assertThat(read(
                                "{prober: http, http: {bearer_token: t, proxy_url: 'http://proxy.example:3128'}}",
                                "https://a.example")
                        .settings("https://a.example"))
                .isEqualTo(Map.of(
                        "url", "https://a.example",
                        "auth", Map.of("bearer", Map.of("token", "t")),
                        "proxy", Map.of("host", "proxy.example", "port", 3128)));
        assertThat(read(
                                "{prober: http, http: {preferred_ip_protocol: ip4, ip_protocol_fallback: false}}",
                                "https://a.example")
                        .settings("https://a.example"))
                .isEqualTo(Map.of("url", "https://a.example", "ipVersion", "IPV4"));
    }

    @Test
    void aCertificateWithinTheModuleAndAnAudienceAreKept() {
        assertThat(read(
                                "{prober: http, http: {tls_config: {cert: C, key: K, insecure_skip_verify: false}}}",
                                "https://a.example")
                        .settings("https://a.example"))
                .containsEntry("auth", Map.of("mtls", Map.of("certificate", "C", "privateKey", "K")));
        assertThat(read(
                                "{prober: http, http: {oauth2: {client_id: x, client_secret: s, token_url: 'https://id.example/', endpoint_params: {audience: api}}}}",
                                "https://a.example")
                        .settings("https://a.example")
                        .get("auth")
                        .toString())
                .contains("clientSecret=s", "audience=api");
    }

    @Test
    void severalExpressionsHoldTogether() {
        Import read = read("""
                prober: http
                http:
                  fail_if_body_not_matches_regexp: ["^one", "t[[:lower:]]o"]
                  fail_if_body_matches_regexp: ["three|four"]
                """, "a.example");

        Pattern pattern = Pattern.compile((String) read.settings("a.example").get("bodyMatches"));
        assertThat(pattern.matcher("one\ntwo").find()).isTrue();
        assertThat(pattern.matcher("two one").find()).isFalse();
        assertThat(pattern.matcher("one two four").find()).isFalse();
        assertThat(read.settings("a.example")).containsEntry("url", "http://a.example");
    }

    @Test
    void aTalkBecomesSteps() {
        Import read = read("""
                prober: tcp
                tcp:
                  query_response:
                    - expect: "^220"
                    - send: "EHLO prober"
                    - {expect: "^250-STARTTLS", send: STARTTLS}
                    - expect: "^220"
                    - starttls: true
                    - {send: "EHLO prober"}
                    - {expect: "^250-AUTH", send: QUIT}
                """, "mail.example:587");

        assertThat(read.settings("mail.example:587"))
                .isEqualTo(Map.of(
                        "host", "mail.example",
                        "port", 587,
                        "tls", "STARTTLS",
                        "protocol", "SMTP",
                        "steps",
                                List.of(
                                        Map.of("send", "EHLO prober\\n"),
                                        Map.of("expect", "(?m)^250-AUTH"),
                                        Map.of("send", "QUIT\\n"))));
    }

    @Test
    void otherProbersBecomeTheirKinds() {
        assertThat(read("{prober: icmp}", "a.example").settings("a.example")).isEqualTo(Map.of("host", "a.example"));
        assertThat(read("{prober: tcp, tcp: {tls: true}}", "a.example:993").settings("a.example:993"))
                .isEqualTo(Map.of("host", "a.example", "port", 993, "tls", "DIRECT"));
        assertThat(read("{prober: grpc, grpc: {service: pay, tls: true}}", "a.example:443")
                        .settings("a.example:443"))
                .isEqualTo(Map.of("host", "a.example", "port", 443, "tls", true, "service", "pay"));
        Import dns = read(
                "{prober: dns, dns: {query_name: a.example., query_type: SOA, valid_rcodes: [NOERROR], validate_answer_rrs: {fail_if_matches_regexp: [x]}}}",
                "9.9.9.9");
        assertThat(dns.settings("9.9.9.9"))
                .isEqualTo(Map.of("name", "a.example", "type", "SOA", "resolver", "9.9.9.9:53"));
        assertThat(dns.details()).containsExactly("/modules/m/dns/validate_answer_rrs validate_answer_rrs");
    }

    @Test
    void labelsChooseVendorNameAndModule() {
        Import read = parse("""
                modules: {one: {prober: http}, two: {prober: icmp}}
                scrape_configs:
                  - job_name: all
                    metrics_path: /probe
                    params: {module: [one]}
                    relabel_configs: [{source_labels: [kind], target_label: __param_module}]
                    static_configs:
                      - {targets: [https://a.example/], labels: {vendor: Acme, name: Home}}
                      - {targets: [b.example], labels: {vendor: Acme, name: Host, kind: two}}
                """);

        assertThat(read.vendors()).extracting(vendor -> vendor.get("name")).containsExactly("Acme");
        assertThat(read.probe("Home")).containsEntry("kind", "http");
        assertThat(read.probe("Host")).containsEntry("kind", "icmp");
    }

    @Test
    void whatWouldNotBeTheSameCheckStaysBehind() {
        assertThat(read("{prober: http, http: {tls_config: {ca_file: /ca.pem}}}", "https://a.example")
                        .lost())
                .hasSize(1);
        assertThat(read("{prober: http, http: {oauth2: {client_id: x, client_secret_file: /s}}}", "https://a.example")
                        .lost())
                .hasSize(1);
        assertThat(read("{prober: http, http: {fail_if_not_ssl: true}}", "http://a.example")
                        .lost())
                .hasSize(1);
        assertThat(read("{prober: http, http: {basic_auth: {username: u, password_file: /p}}}", "https://a.example")
                        .lost())
                .hasSize(1);
        assertThat(read("{prober: dns, dns: {query_name: a.example, valid_rcodes: [NXDOMAIN]}}", "9.9.9.9")
                        .lost())
                .hasSize(1);
        assertThat(read("{prober: unix}", "/run/socket").lost()).hasSize(1);
        assertThat(read("{prober: tcp}", "a.example").lost()).hasSize(1);
        assertThat(parse("""
                        modules: {one: {prober: http}}
                        scrape_configs:
                          - {job_name: found, metrics_path: /probe, params: {module: [one]}, file_sd_configs: [{files: [x]}]}
                        """).lost()).containsExactly("/scrape_configs/0/file_sd_configs found");
    }

    private static Import read(String module, String target) {
        return parse("modules:\n  m:\n" + module.indent(4) + """
                ---
                scrape_configs:
                  - job_name: web
                    metrics_path: /probe
                    scrape_interval: 45s
                    params: {module: [m]}
                    static_configs: [{targets: ["%s"]}]
                """.formatted(target));
    }

    private static Import parse(String text) {
        return Import.of(BlackboxFormat.importer(), KnownKinds.EVERY, text);
    }
}
