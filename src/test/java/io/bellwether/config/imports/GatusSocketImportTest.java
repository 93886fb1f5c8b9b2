package io.bellwether.config.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.imports.gatus.GatusFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GatusSocketImportTest {

    @Test
    void otherProtocolsBecomeTheirKinds() {
        Import read = read("""
                endpoints:
                  - {name: db, url: "tcp://db.example:5432", conditions: ["[CONNECTED] == true"]}
                  - {name: mail, url: "starttls://mail.example:587", conditions: ["[CONNECTED] == true"]}
                  - {name: cert, url: "tls://a.example:993", conditions: ["[CERTIFICATE_EXPIRATION] > 48h"]}
                  - {name: host, url: "icmp://a.example", conditions: ["[CONNECTED] == true"]}
                  - {name: rpc, url: "grpcs://a.example:50051", conditions: ["[CONNECTED] == true"]}
                  - {name: socket, url: "wss://a.example/ws", body: hello, conditions: ["[CONNECTED] == true", "[RESPONSE_TIME] < 300"]}
                  - {name: name, url: "8.8.8.8", dns: {query-name: a.example., query-type: MX}, conditions: ["[BODY] == pat(*)"]}
                external-endpoints:
                  - {name: backup, group: Jobs, token: t, heartbeat: {interval: 30m}}
                """);

        assertThat(read.settings("db")).isEqualTo(Map.of("host", "db.example", "port", 5432));
        assertThat(read.settings("mail"))
                .isEqualTo(Map.of("host", "mail.example", "port", 587, "tls", "STARTTLS", "protocol", "SMTP"));
        assertThat(read.settings("cert")).isEqualTo(Map.of("host", "a.example", "port", 993));
        assertThat(read.settings("host")).isEqualTo(Map.of("host", "a.example"));
        assertThat(read.settings("rpc")).isEqualTo(Map.of("host", "a.example", "port", 50051, "tls", true));
        assertThat(read.settings("socket"))
                .isEqualTo(Map.of("url", "wss://a.example/ws", "send", "hello", "degradedAfter", "PT0.3S"));
        assertThat(read.settings("name"))
                .isEqualTo(Map.of("name", "a.example", "type", "MX", "resolver", "8.8.8.8:53"));
        assertThat(read.probe("backup")).containsEntry("kind", "heartbeat").containsEntry("every", "PT1M");
        assertThat(read.settings("backup")).isEqualTo(Map.of("every", "PT30M", "grace", "PT5S"));
        assertThat(read.lost()).isEmpty();
    }

    @Test
    void whatIsSaidAndHeardIsKept() {
        Import read = read("""
                endpoints:
                  - {name: cache, url: "tcp://a.example:6379", body: "PING\\r\\n", conditions: ["[BODY] == pat(*PONG*)"]}
                  - {name: banner, url: "tcp://a.example:22", conditions: ["[BODY] == pat(SSH-2*)", "[BODY].x == 1"]}
                  - {name: live, url: "wss://a.example/ws", headers: {X-Key: k}, conditions: ["[BODY] == pat(*ok*)", "[BODY] == pat(*id*)"]}
                  - {name: rpc, url: "grpc://a.example:50051", conditions: ["[BODY] == SERVING"]}
                """);

        assertThat(read.settings("cache"))
                .containsEntry("steps", List.of(Map.of("send", "PING\r\n", "expect", "PONG")));
        assertThat(read.settings("banner")).containsEntry("steps", List.of(Map.of("expect", "\\A\\s*SSH-2")));
        assertThat(read.settings("live")).containsEntry("headers", Map.of("X-Key", "k"));
        assertThat(Pattern.compile((String) read.settings("live").get("expectMatches"))
                        .matcher("{id: 5, ok}")
                        .find())
                .isTrue();
        assertThat(read.details()).containsExactly("/endpoints/1/conditions/1 [BODY].x == 1");
    }

    @Test
    void anAnswerOfDnsIsExpectedWhenItIsTheWholeOfIt() {
        Import read = read("""
                endpoints:
                  - {name: a, url: "2001:db8::53", dns: {query-name: a.example, query-type: A}, conditions: ["[BODY] == 192.0.2.1", "[RESPONSE_TIME] < 50"]}
                  - {name: mx, url: "192.0.2.53:5353", dns: {query-name: a.example, query-type: MX}, conditions: ["[BODY] == mx.a.example."]}
                  - {name: none, url: "192.0.2.53", dns: {query-name: a.example, query-type: A}, conditions: ["[DNS_RCODE] == NXDOMAIN"]}
                """);

        assertThat(read.settings("a"))
                .isEqualTo(Map.of(
                        "name", "a.example",
                        "type", "A",
                        "resolver", "[2001:db8::53]:53",
                        "expect", List.of("192.0.2.1"),
                        "match", "CONTAINS",
                        "degradedAfter", "PT0.05S"));
        assertThat(read.settings("mx"))
                .isEqualTo(Map.of("name", "a.example", "type", "MX", "resolver", "192.0.2.53:5353"));
        assertThat(read.details()).containsExactly("/endpoints/1/conditions/0 [BODY] == mx.a.example.");
        assertThat(read.lost()).containsExactly("/endpoints/2 none");
    }

    @Test
    void whatAClientWouldHaveToDoStaysBehind() {
        Import read = read("""
                endpoints:
                  - {name: tls, url: "tls://a.example:993", client: {insecure: true}}
                  - {name: ping, url: "icmp://a.example", client: {insecure: true}}
                """);

        assertThat(read.lost()).containsExactly("/endpoints/0/client/insecure tls");
    }

    private static Import read(String text) {
        return Import.of(GatusFormat.importer(), KnownKinds.EVERY, text);
    }
}
