package io.bellwether.config.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.imports.kuma.KumaFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UptimeKumaImportTest {

    private static final String WEB = "\"type\":\"http\",\"url\":\"https://a.example/\"";

    @Test
    void aLargeBackupIsCarriedOverOrAccountedFor() {
        Import.carriesOver(KumaFormat.importer(), GeneratedKuma.of(7));
    }

    @Test
    void aMonitorBecomesAProbe() {
        Import read = read("""
                {"id":1,"name":"Pay","type":"group"},
                {"id":2,"parent":1,"name":"API","type":"http","url":"https://pay.example/v1","method":"POST",
                 "headers":"{\\"X-Env\\": \\"live\\"}","body":"{}","httpBodyEncoding":"json","basic_auth_user":"u",
                 "basic_auth_pass":"p","interval":120,"retryInterval":20,"maxretries":3,"timeout":30,"maxredirects":0,
                 "accepted_statuscodes":["200-299","301"],"expiryNotification":true}
                """);

        assertThat(read.vendors()).singleElement().satisfies(vendor -> {
            assertThat(vendor.get("slug")).isEqualTo("pay");
        });
        assertThat(read.probe("API"))
                .isEqualTo(Map.of(
                        "name", "API",
                        "kind", "http",
                        "every", "PT2M",
                        "timeout", "PT30S",
                        "confirm", Map.of("attempts", 4, "delay", "PT20S"),
                        "settings",
                                Map.of(
                                        "url",
                                        "https://pay.example/v1",
                                        "method",
                                        "POST",
                                        "headers",
                                        Map.of(
                                                "Content-Type", "application/json",
                                                "X-Env", "live"),
                                        "auth",
                                        Map.of("basic", Map.of("username", "u", "password", "p")),
                                        "body",
                                        "{}",
                                        "expectStatus",
                                        List.of("200-299", "301"),
                                        "followRedirects",
                                        false)));
        assertThat(read.settings("API, certificate")).isEqualTo(Map.of("host", "pay.example"));
        assertThat(read.answer().notCarried()).isEmpty();
    }

    @Test
    void aKeywordIsLookedForOrMustBeMissing() {
        Import read = read("""
                {"name":"with","type":"keyword","url":"https://a.example/","keyword":"a+b"},
                {"name":"without","type":"keyword","url":"https://a.example/","keyword":"a+b","invertKeyword":true}
                """);

        Pattern lacks = Pattern.compile((String) read.settings("without").get("bodyMatches"));
        assertThat(read.settings("with")).containsEntry("bodyContains", "a+b");
        assertThat(lacks.matcher("aab").find()).isTrue();
        assertThat(lacks.matcher("so a+b it is").find()).isFalse();
    }

    @Test
    void aQueryBecomesJsonPathWhenItIsAPath() {
        Import read = read("""
                {"name":"path","type":"json-query","url":"https://a.example/","jsonPath":"data.items[0].state","expectedValue":"up"},
                {"name":"less","type":"json-query","url":"https://a.example/","jsonPath":"$.n","jsonPathOperator":"<","expectedValue":"5"},
                {"name":"sum","type":"json-query","url":"https://a.example/","jsonPath":"$sum(n)","expectedValue":"5"},
                {"name":"part","type":"json-query","url":"https://a.example/","jsonPath":"$.n","jsonPathOperator":"contains","expectedValue":"5"}
                """);

        assertThat(read.settings("path")).containsEntry("jsonPath", "$[?(@.data.items[0].state == 'up')]");
        assertThat(read.settings("less")).containsEntry("jsonPath", "$[?(@.n < 5)]");
        assertThat(read.settings("part"))
                .containsEntry("json", List.of(Map.of("path", "$.n", "op", "CONTAINS", "value", "5")));
        assertThat(read.lost()).containsExactly("/monitorList/2/jsonPath sum");
    }

    @Test
    void aVendorIsToldByTagsWhenThereIsNoGroup() {
        Import read = read("""
                {"name":"one",%1$s,"tags":[{"name":"prod","value":""},{"name":"Vendor","value":"Acme"}]},
                {"name":"two",%1$s,"tags":[{"name":"Mail","value":""}]},
                {"name":"three",%1$s},
                {"name":"four",%1$s,"parent":99}
                """.formatted(WEB));

        assertThat(read.vendors())
                .extracting(vendor -> vendor.get("slug"))
                .containsExactly("acme", "mail", "a-example");
    }

    @Test
    void monitorsOfOneHostShareWhatWatchesIt() {
        Import read = read("""
                {"name":"one",%1$s,"expiryNotification":true,"domainExpiryNotification":true},
                {"name":"two",%1$s,"expiryNotification":true,"domainExpiryNotification":true,"authMethod":"oauth2-cc",
                 "oauth_token_url":"https://id.example/token","oauth_client_id":"me","oauth_client_secret":"s","oauth_scopes":"a b"}
                """.formatted(WEB));

        assertThat(read.probes())
                .extracting(probe -> probe.get("name"))
                .containsExactly("one", "two", "one, certificate", "one, registration");
        assertThat(read.settings("one, registration")).isEqualTo(Map.of("domain", "a.example"));
        assertThat(read.settings("two"))
                .containsEntry(
                        "auth",
                        Map.of(
                                "oauth2",
                                Map.of(
                                        "tokenUrl", "https://id.example/token",
                                        "clientId", "me",
                                        "clientSecret", "s",
                                        "scope", "a b")));
    }

    @Test
    void probesOfOneVendorHaveNamesOfTheirOwn() {
        Import read = read("{\"name\":\"x\",%1$s},{\"name\":\"x\",%1$s}".formatted(WEB));

        assertThat(read.probes()).extracting(probe -> probe.get("name")).containsExactly("x", "x (2)");
    }

    @Test
    void otherTypesBecomeTheirKinds() {
        Import read = read("""
                {"name":"port","type":"port","hostname":"db.example","port":5432},
                {"name":"ping","type":"ping","hostname":"db.example","packetSize":56},
                {"name":"dns","type":"dns","hostname":"a.example","port":53,"dns_resolve_type":"MX","dns_resolve_server":"1.1.1.1,8.8.8.8"},
                {"name":"push","type":"push","interval":300,"maxretries":2,"retryInterval":60,"pushToken":"abcdefghijklmnopqrstuvwxyz012345"},
                {"name":"grpc","type":"grpc-keyword","grpcUrl":"rpc.example:443","grpcEnableTls":true,"grpcServiceName":"grpc.health.v1.Health","grpcMethod":"Check","grpcBody":"{\\"service\\":\\"pay\\"}","keyword":"SERVING"},
                {"name":"other","type":"grpc-keyword","grpcUrl":"rpc.example:443","grpcServiceName":"Pay","grpcMethod":"ping","keyword":"ok"},
                {"name":"ws","type":"websocket-upgrade","url":"wss://a.example/ws","wsSubprotocol":"mqtt"},
                {"name":"radius","type":"radius","hostname":"a.example"}
                """);

        assertThat(read.settings("port")).isEqualTo(Map.of("host", "db.example", "port", 5432));
        assertThat(read.settings("ping")).isEqualTo(Map.of("host", "db.example"));
        assertThat(read.settings("dns")).isEqualTo(Map.of("name", "a.example", "type", "MX", "resolver", "1.1.1.1:53"));
        assertThat(read.settings("push"))
                .isEqualTo(Map.of("every", "PT5M", "grace", "PT2M", "key", "abcdefghijklmnopqrstuvwxyz012345"));
        assertThat(read.settings("grpc"))
                .isEqualTo(Map.of("host", "rpc.example", "port", 443, "tls", true, "service", "pay"));
        assertThat(read.settings("ws")).isEqualTo(Map.of("url", "wss://a.example/ws", "subprotocol", "mqtt"));
        assertThat(read.lost()).containsExactly("/monitorList/5/grpcServiceName other", "/monitorList/7/type radius");
        assertThat(read.details())
                .containsExactlyInAnyOrder(
                        "/monitorList/2/dns_resolve_server 1.1.1.1,8.8.8.8",
                        "/monitorList/1/packetSize packetSize",
                        "/monitorList/3/pushToken pushToken");
    }

    @Test
    void aPushMonitorIsLookedAtOftenerThanItReportsAndGetsAKeyForAShortToken() {
        Import read = read("{\"name\":\"job\",\"type\":\"push\",\"interval\":172800,\"pushToken\":\"short\"}");

        assertThat(read.probe("job")).containsEntry("every", "PT1M").doesNotContainKey("confirm");
        assertThat(read.settings("job")).isEqualTo(Map.of("every", "PT48H", "grace", "PT5S"));
    }

    @Test
    void aWayInAndAWayThroughAreKept() {
        Import read = parse("""
                {"proxyList":[{"id":1,"protocol":"http","host":"proxy.example","port":3128,"auth":true,"username":"me","password":"pw"},
                              {"id":2,"protocol":"socks5","host":"proxy.example","port":1080}],
                 "monitorList":[
                  {"name":"cert",%1$s,"authMethod":"mtls","tlsCert":"CERT","tlsKey":"KEY","tlsCa":"","proxyId":1},
                  {"name":"post",%1$s,"authMethod":"oauth2-cc","oauth_token_url":"https://id.example/","oauth_client_id":"me",
                   "oauth_client_secret":"s","oauth_auth_method":"client_secret_post"},
                  {"name":"own ca",%1$s,"authMethod":"mtls","tlsCert":"CERT","tlsKey":"KEY","tlsCa":"CA"},
                  {"name":"socks",%1$s,"proxyId":2}]}
                """.formatted(WEB));

        assertThat(read.settings("cert"))
                .containsEntry("auth", Map.of("mtls", Map.of("certificate", "CERT", "privateKey", "KEY")))
                .containsEntry(
                        "proxy", Map.of("host", "proxy.example", "port", 3128, "username", "me", "password", "pw"));
        assertThat(read.settings("post").get("auth").toString()).contains("sendSecret=BODY");
        assertThat(read.lost()).containsExactly("/monitorList/2/tlsCa own ca", "/monitorList/3/proxyId socks");
    }

    @Test
    void whatWouldLookBrokenStaysBehind() {
        Import read = read("""
                {"name":"tls",%1$s,"ignoreTls":true},
                {"name":"proxy",%1$s,"proxyId":1},
                {"name":"ntlm",%1$s,"authMethod":"ntlm"},
                {"name":"paused",%1$s,"active":false},
                {"name":"upside",%1$s,"upsideDown":true},
                {"name":"with its group",%1$s,"forceInactive":true},
                {"name":"broken","type":"http","url":"ftp://a.example/"},
                {"name":"patient",%1$s,"maxretries":20,"retryInterval":600}
                """.formatted(WEB));

        assertThat(read.lost())
                .containsExactly(
                        "/monitorList/0/ignoreTls tls",
                        "/monitorList/1/proxyId proxy",
                        "/monitorList/2/authMethod ntlm",
                        "/monitorList/3 paused",
                        "/monitorList/4/upsideDown upside",
                        "/monitorList/5 with its group",
                        "/monitorList/6/url broken");
        assertThat(read.probe("patient")).containsEntry("confirm", Map.of("attempts", 10, "delay", "PT1M"));
        assertThat(read.details()).containsExactly("/monitorList/7/maxretries maxretries");
    }

    private static Import read(String monitors) {
        return parse("{\"version\":\"1.23.16\",\"monitorList\":[" + monitors + "]}");
    }

    private static Import parse(String backup) {
        return Import.of(KumaFormat.importer(), KnownKinds.EVERY, backup);
    }
}
