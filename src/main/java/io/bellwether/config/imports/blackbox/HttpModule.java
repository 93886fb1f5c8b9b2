package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Access;
import io.bellwether.config.imports.BodyDemands;
import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.Regexes;
import io.bellwether.config.imports.WebAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A module whose prober is {@code http}. */
final class HttpModule {

    /** What a request of ours cannot do, and without which the target would look broken. */
    private static final List<String> OBSTACLES = List.of(
            "proxy_connect_header",
            "no_proxy",
            "bearer_token_file",
            "body_file",
            "http_headers",
            "fail_if_body_json_matches_cel",
            "fail_if_body_json_not_matches_cel");

    private static final List<String> OBSTACLES_WHEN_TRUE = List.of("proxy_from_environment", "fail_if_ssl");

    private static final Map<String, String> DETAILS = Map.of(
            "valid_http_versions", "The version of HTTP is not judged.",
            "preferred_ip_protocol", "The address family is chosen as browsers do.",
            "compression", "What is compressed is decompressed, whatever the method.",
            "source_ip_address", "The address to ask from cannot be chosen.",
            "body_size_limit", "A body is read to four megabytes.",
            "fail_if_header_matches", "Headers can be asked to hold a text, not to lack one.");

    private final Foreign http;
    private final Harvest harvest;

    HttpModule(Foreign http, Harvest harvest) {
        this.http = http;
        this.harvest = harvest;
    }

    void read(Found frame, String target) {
        Optional<WebAddress> address = WebAddress.parse(target.contains("://") ? target : "http://" + target)
                .filter(WebAddress::isHttp);
        Optional<String> obstacle = obstacle(address);
        if (address.isEmpty()) {
            harvest.lost(frame.path(), frame.name(), "The target is no address of the web.");
        } else if (obstacle.isPresent()) {
            harvest.lost(
                    frame.path(),
                    frame.name(),
                    "Without " + obstacle.get() + " of its module it would not be the same check.");
        } else {
            harvest.add(frame.as("http", settings(address.get())));
            DETAILS.forEach((field, why) -> {
                boolean kept = field.equals("preferred_ip_protocol") && !http.flag("ip_protocol_fallback", true);
                if (http.has(field) && !kept) {
                    harvest.often(http.at(field), field, why);
                }
            });
        }
    }

    private Optional<String> obstacle(Optional<WebAddress> address) {
        boolean plain = address.isPresent() && address.get().scheme().equals("http");
        return Stream.of(
                        OBSTACLES.stream().filter(http::has),
                        OBSTACLES_WHEN_TRUE.stream().filter(name -> http.flag(name, false)),
                        Stream.of("tls_config").filter(name -> !isOwnCertificate(http.child(name))),
                        Stream.of("oauth2").filter(name -> http.has(name) && !isPlain(http.child(name))),
                        Stream.of("proxy_url")
                                .filter(name -> http.has(name)
                                        && Access.proxy(http.text(name, "")).isEmpty()),
                        Stream.of("basic_auth").filter(name -> http.child(name).has("password_file")),
                        Stream.of("authorization")
                                .filter(name -> http.child(name).has("credentials_file")),
                        Stream.of("fail_if_not_ssl").filter(name -> plain && http.flag(name, false)))
                .flatMap(names -> names)
                .findFirst();
    }

    /** Whether a TLS configuration asks for nothing, or for nothing but a certificate of ours that it holds itself. */
    private static boolean isOwnCertificate(Foreign tls) {
        boolean others = tls.fields().keySet().stream()
                .map(String::valueOf)
                .anyMatch(name -> tls.has(name) && !name.equals("cert") && !name.equals("key"));
        return !others && tls.has("cert") == tls.has("key");
    }

    private static boolean isPlain(Foreign grant) {
        return grant.has("client_secret")
                && !grant.has("tls_config")
                && !grant.has("proxy_url")
                && List.of("audience")
                        .containsAll(grant.textMap("endpoint_params").keySet());
    }

    private Map<String, Object> settings(WebAddress address) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", address.url());
        String method = http.text("method", "GET").toUpperCase(Locale.ROOT);
        if (!method.equals("GET")) {
            settings.put("method", method);
        }
        Map<String, String> headers = http.textMap("headers");
        if (!headers.isEmpty()) {
            settings.put("headers", headers);
        }
        if (http.has("body")) {
            settings.put("body", http.text("body", ""));
        }
        List<String> statuses = http.texts("valid_status_codes");
        if (!statuses.isEmpty()) {
            settings.put("expectStatus", statuses);
        }
        if (http.flag("no_follow_redirects", false) || !http.flag("follow_redirects", true)) {
            settings.put("followRedirects", false);
        }
        access(settings, address);
        Map<String, String> expected = expectedHeaders();
        if (!expected.isEmpty()) {
            settings.put("expectHeaders", expected);
        }
        BodyDemands body = new BodyDemands();
        each("fail_if_body_not_matches_regexp", body::holds);
        each("fail_if_body_matches_regexp", body::lacks);
        body.into(settings);
        return settings;
    }

    private void each(String field, Consumer<String> demand) {
        for (String regex : http.texts(field)) {
            Regexes.java(regex)
                    .ifPresentOrElse(
                            demand,
                            () -> harvest.often(http.at(field), regex, "This regular expression is not Java's."));
        }
    }

    private Map<String, String> expectedHeaders() {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Foreign rule : http.items("fail_if_header_not_matches")) {
            String regex = rule.text("regexp", "");
            Optional<String> text = Regexes.literal(regex);
            String header = rule.text("header", "");
            boolean sayable = text.isPresent() && !rule.flag("allow_missing", false) && !expected.containsKey(header);
            if (sayable) {
                expected.put(header, text.get());
            } else {
                harvest.often(
                        rule.path(),
                        header + ": " + regex,
                        "A header can be asked to hold one text, not to match an expression.");
            }
        }
        return expected;
    }

    private void access(Map<String, Object> settings, WebAddress address) {
        Foreign basic = http.child("basic_auth");
        Foreign authorization = http.child("authorization");
        Foreign grant = http.child("oauth2");
        if (basic.has("username")) {
            Access.basic(settings, basic.text("username", ""), basic.text("password", ""));
        } else if (authorization.has("credentials")) {
            Access.header(settings, authorization.text("type", "Bearer") + " " + authorization.text("credentials", ""));
        } else if (http.has("bearer_token")) {
            Access.bearer(settings, http.text("bearer_token", ""));
        } else if (http.has("oauth2")) {
            Map<String, Object> settled = Access.clientCredentials(
                    settings,
                    grant.text("token_url", ""),
                    grant.text("client_id", ""),
                    grant.text("client_secret", ""),
                    grant.texts("scopes"));
            settled.putAll(grant.textMap("endpoint_params"));
        } else {
            Access.basic(settings, address.user());
        }
        Foreign tls = http.child("tls_config");
        if (tls.has("cert")) {
            Access.mutualTls(settings, tls.text("cert", ""), tls.text("key", ""));
        }
        Access.proxy(http.text("proxy_url", "")).ifPresent(proxy -> settings.put("proxy", proxy));
        if (!http.flag("ip_protocol_fallback", true) && !settings.containsKey("proxy")) {
            settings.put("ipVersion", http.text("preferred_ip_protocol", "").equals("ip4") ? "IPV4" : "IPV6");
        }
    }
}
