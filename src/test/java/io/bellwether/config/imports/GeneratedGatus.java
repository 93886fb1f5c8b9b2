package io.bellwether.config.imports;

import io.bellwether.config.imports.Generated.Sort;
import java.util.List;
import java.util.stream.Stream;

/** A configuration of Gatus with 240 endpoints, 8 of them suites and 12 external, of the sorts that real ones have. */
public final class GeneratedGatus {

    private static final String HEAD = """
            metrics: true
            storage: {type: postgres, path: "postgres://gatus@db/gatus"}
            alerting:
              slack: {webhook-url: "https://hooks.slack.example/services/T/B/X"}
            x-defaults: &defaults
              interval: 30s
              alerts: [{type: slack, failure-threshold: 3}]
            """;

    private static final List<Sort> ENDPOINTS = List.of(
            new Sort("http", """
                url: "https://www-%d.example/status?n=%d"
                client: {timeout: 7s}
                conditions: ["[STATUS] < 300", "[RESPONSE_TIME] < 900", "[BODY].status == UP"]
            """),
            new Sort("http", """
                url: "https://api-%d.example/graphql"
                method: POST
                graphql: true
                body: "{ me { id } }"
                headers: {Authorization: "Bearer token-%d"}
                conditions: ["[STATUS] == any(200, 204)", "[BODY].data.me.id != null", "len([BODY].data.roles) > 0"]
            """),
            new Sort("http", """
                url: "https://user:pass@text-%d.example/ping"
                client: {proxy-url: "http://me:pw@proxy.example:3128", ignore-redirect: true}
                conditions: ["[STATUS] == 200", "[BODY] == pat(*pong*)", "[BODY] != pat(*maintenance*)"]
            """),
            new Sort("http", """
                url: "https://oauth-%d.example/v1"
                client:
                  oauth2: {token-url: "https://id.example/token", client-id: me, client-secret: s3cret, scopes: [read]}
                conditions: ["[STATUS] == 200", "[BODY].version == pat(2.*)"]
            """),
            new Sort("http tls domain", """
                url: "https://shop-%d.example/health"
                conditions: ["[STATUS] == 200", "[CERTIFICATE_EXPIRATION] > 240h", "[DOMAIN_EXPIRATION] > 720h"]
            """),
            new Sort("tcp", """
                url: "tcp://db-%d.example:5432"
                conditions: ["[CONNECTED] == true", "[RESPONSE_TIME] < 100"]
            """),
            new Sort("tcp", """
                url: "tcp://cache-%d.example:6379"
                body: "PING\\r\\n"
                conditions: ["[CONNECTED] == true", "[BODY] == pat(*PONG*)"]
            """),
            new Sort("tcp", """
                url: "starttls://smtp-%d.example:587"
                conditions: ["[CONNECTED] == true", "[CERTIFICATE_EXPIRATION] > 48h"]
            """),
            new Sort("tls", """
                url: "tls://imap-%d.example:993"
                conditions: ["[CONNECTED] == true", "[CERTIFICATE_EXPIRATION] > 48h"]
            """),
            new Sort("icmp", """
                url: "icmp://host-%d.example"
                conditions: ["[CONNECTED] == true", "[RESPONSE_TIME] < 50"]
            """),
            new Sort("dns", """
                url: "8.8.8.8"
                dns: {query-name: "name-%d.example.", query-type: A}
                conditions: ["[DNS_RCODE] == NOERROR", "[BODY] == 192.0.2.1", "[RESPONSE_TIME] < 200"]
            """),
            new Sort("dns", """
                url: "[2001:db8::53]:53"
                dns: {query-name: "mail-%d.example", query-type: MX}
                conditions: ["[DNS_RCODE] == NOERROR", "[BODY] == mx.mail-%d.example."]
            """),
            new Sort("grpc", """
                url: "grpcs://rpc-%d.example:50051"
                conditions: ["[CONNECTED] == true", "[BODY] == SERVING", "[RESPONSE_TIME] < 100"]
            """),
            new Sort("websocket", """
                url: "wss://live-%d.example/socket"
                body: '{"op": "ping"}'
                headers: {X-Api-Key: "key-%d"}
                conditions: ["[CONNECTED] == true", "[BODY] == pat(*pong*)"]
            """),
            new Sort("", "    url: \"ssh://ssh-%d.example:22\"\n    ssh: {username: u, password: p}\n"),
            new Sort("", "    url: \"udp://udp-%d.example:514\"\n    conditions: [\"[CONNECTED] == true\"]\n"),
            new Sort("", "    url: \"https://off-%d.example/\"\n    enabled: false\n"),
            new Sort("", "    url: \"https://own-ca-%d.example/\"\n    client: {insecure: true}\n"),
            new Sort("", """
                url: "9.9.9.9"
                dns: {query-name: "gone-%d.example", query-type: A}
                conditions: ["[DNS_RCODE] == NXDOMAIN"]
            """));

    private static final List<Sort> EXTERNAL = List.of(
            new Sort("heartbeat", "    token: secret-%d\n    heartbeat: {interval: 30m}\n"),
            new Sort("heartbeat", "    token: secret-%d\n    heartbeat: {interval: 36h}\n"),
            new Sort("", "    token: secret-%d\n"));

    private static final List<Sort> SUITES = List.of(new Sort("http tls", """
                interval: 5m
                context: {version: v2}
                endpoints:
                  - name: login
                    url: "https://flow-%d.example/[CONTEXT].version/login"
                    method: POST
                    headers: {Content-Type: application/json}
                    body: '{"user": "probe"}'
                    conditions: ["[STATUS] == 200", "[CERTIFICATE_EXPIRATION] > 48h"]
                    store: {access-token: "[BODY].token", user_id: "[BODY].user.id"}
                  - name: profile
                    url: "https://flow-%d.example/users/[CONTEXT].user_id"
                    headers: {Authorization: "Bearer [CONTEXT].access-token"}
                    conditions: ["[STATUS] == 200", "[BODY].id == [CONTEXT].user_id", "[RESPONSE_TIME] < 500"]
                  - name: logout
                    always-run: true
                    url: "https://flow-%d.example/logout"
                    conditions: ["[STATUS] == 204"]
            """), new Sort("", """
                endpoints:
                  - {name: port, url: "tcp://flow-%d.example:80", conditions: ["[CONNECTED] == true"]}
            """));

    private GeneratedGatus() {}

    public static Generated of(long seed) {
        List<Sort> endpoints = Generated.choice(ENDPOINTS, 220, seed);
        List<Sort> external = Generated.choice(EXTERNAL, 12, seed);
        List<Sort> suites = Generated.choice(SUITES, 8, seed);
        StringBuilder text = new StringBuilder(HEAD);
        list(text, "endpoints", "<<: *defaults", endpoints);
        list(text, "external-endpoints", "enabled: true", external);
        list(text, "suites", "enabled: true", suites);
        return Generated.of(
                text.toString(),
                Stream.of(endpoints, external, suites).flatMap(List::stream).toList());
    }

    private static void list(StringBuilder text, String field, String common, List<Sort> sorts) {
        text.append(field).append(":\n");
        for (int number = 0; number < sorts.size(); number++) {
            text.append("  - ")
                    .append(common)
                    .append("\n    name: ")
                    .append(field)
                    .append(' ')
                    .append(number);
            text.append(number % 10 == 0 ? "\n" : "\n    group: Vendor " + number % 17 + "\n");
            text.append(sorts.get(number).text(number).indent(0));
        }
    }
}
