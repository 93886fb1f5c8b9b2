package io.bellwether.config.imports;

import io.bellwether.config.imports.Generated.Sort;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A backup of Uptime Kuma with 260 monitors in 12 groups, of the sorts that real ones have. */
public final class GeneratedKuma {

    private static final int MONITORS = 260;
    private static final int GROUPS = 12;

    private static final List<Sort> SORTS = List.of(
            new Sort("http", """
                    "type": "http", "url": "https://www-%d.example/", "expiryNotification": false,
                    "headers": "{\\"X-Env\\": \\"live\\"}", "accepted_statuscodes": ["200-299", "301"]"""),
            new Sort("http tls domain", """
                    "type": "http", "url": "https://shop-%d.example/", "expiryNotification": true,
                    "domainExpiryNotification": true, "proxyId": 1"""),
            new Sort("http", """
                    "type": "http", "url": "https://post-%d.example/v1", "method": "POST", "body": "{\\"q\\": 1}",
                    "httpBodyEncoding": "json", "authMethod": "basic", "basic_auth_user": "u", "basic_auth_pass": "p%d\""""),
            new Sort("http", """
                    "type": "http", "url": "https://oauth-%d.example/v1", "authMethod": "oauth2-cc",
                    "oauth_token_url": "https://id.example/token", "oauth_client_id": "me", "oauth_client_secret": "s%d",
                    "oauth_scopes": "read write", "oauth_auth_method": "client_secret_post\""""),
            new Sort("http", """
                    "type": "keyword", "url": "https://key-%d.example/", "keyword": "all <b>go</b> (%d)\""""),
            new Sort("http", """
                    "type": "keyword", "url": "https://inverted-%d.example/", "keyword": "error", "invertKeyword": true"""),
            new Sort("http", """
                    "type": "json-query", "url": "https://json-%d.example/", "jsonPath": "$.data.status",
                    "jsonPathOperator": "==", "expectedValue": "up\""""),
            new Sort("tcp", "\"type\": \"port\", \"hostname\": \"db-%d.example\", \"port\": 5432"),
            new Sort("icmp", "\"type\": \"ping\", \"hostname\": \"host-%d.example\", \"packetSize\": 56"),
            new Sort("dns", """
                    "type": "dns", "hostname": "name-%d.example", "port": 53, "dns_resolve_type": "MX",
                    "dns_resolve_server": "1.1.1.1\""""),
            new Sort("heartbeat", """
                    "type": "push", "interval": 172800, "pushToken": "tttttttttttttttttttttttttttt%d\""""),
            new Sort("heartbeat", "\"type\": \"push\", \"interval\": 300, \"pushToken\": \"short%d\""),
            new Sort("grpc", """
                    "type": "grpc-keyword", "grpcUrl": "rpc-%d.example:443", "grpcEnableTls": true, "keyword": "SERVING",
                    "grpcServiceName": "grpc.health.v1.Health", "grpcMethod": "Check", "grpcBody": "{\\"service\\": \\"pay\\"}\""""),
            new Sort("", "\"type\": \"docker\", \"docker_container\": \"c%d\", \"docker_host\": 1"),
            new Sort("", "\"type\": \"mqtt\", \"hostname\": \"mqtt-%d.example\", \"port\": 1883"),
            new Sort("", "\"type\": \"redis\", \"databaseConnectionString\": \"redis://u:p@r-%d.example:6379\""),
            new Sort("", "\"type\": \"http\", \"url\": \"https://paused-%d.example/\", \"active\": false"),
            new Sort("", "\"type\": \"http\", \"url\": \"https://upside-%d.example/\", \"upsideDown\": true"),
            new Sort("", "\"type\": \"http\", \"url\": \"https://own-ca-%d.example/\", \"ignoreTls\": true"),
            new Sort("", "\"type\": \"http\", \"url\": \"https://socks-%d.example/\", \"proxyId\": 2"));

    private GeneratedKuma() {}

    public static Generated of(long seed) {
        List<Sort> sorts = Generated.choice(SORTS, MONITORS, seed);
        String groups = IntStream.rangeClosed(1, GROUPS)
                .mapToObj(id -> "{\"id\": %d, \"name\": \"Service %d\", \"type\": \"group\", \"active\": true}"
                        .formatted(id, id))
                .collect(Collectors.joining(",\n"));
        String monitors = IntStream.range(0, sorts.size())
                .mapToObj(number -> monitor(number, sorts.get(number)))
                .collect(Collectors.joining(",\n"));
        return Generated.of("""
                {"version": "1.23.16", "notificationList": [{"id": 1, "name": "Slack", "config": "{}"}],
                 "proxyList": [
                   {"id": 1, "protocol": "http", "host": "proxy.example", "port": 3128, "auth": true, "username": "me", "password": "pw"},
                   {"id": 2, "protocol": "socks5", "host": "proxy.example", "port": 1080, "auth": false}],
                 "monitorList": [
                """ + groups + ",\n" + monitors + "]}", sorts);
    }

    /** What a sort says itself stands last and so is the only one of its name: what is common is left out there. */
    private static String monitor(int number, Sort sort) {
        String own = sort.text(number);
        String common = own.contains("\"interval\"") ? "" : "\"interval\": 60, ";
        String parent = number % 4 == 0 ? "null" : String.valueOf(1 + number % GROUPS);
        return """
                {"id": %d, "name": "Monitor %d", "parent": %s, "retryInterval": 30, "maxretries": 2, "timeout": 48,
                 "maxredirects": 10, "notificationIDList": {"1": true}, "tags": [], %s%s}""".formatted(1000 + number, number, parent, common, own);
    }
}
