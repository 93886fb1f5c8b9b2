package io.bellwether.config.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.imports.blackbox.BlackboxFormat;
import io.bellwether.config.imports.gatus.GatusFormat;
import io.bellwether.config.imports.kuma.KumaFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What would be carried over wrongly if it were taken by the word. */
class ImportTrapsTest {

    @Test
    void gatusPutsVariablesInAndMeansADollarByTwo() {
        Import read = gatus("""
                endpoints:
                  - {name: A, url: 'https://a.example', headers: {Authorization: Bearer $TOKEN}}
                  - {name: B, url: 'https://b.example', headers: {X-Pass: 'pa$$word'}}
                  - {name: C, url: 'https://c.example', body: '[RANDOM_STRING_8]', method: POST}
                """);

        assertThat(read.settings("B")).containsEntry("headers", Map.of("X-Pass", "pa$word"));
        assertThat(read.details()).containsExactlyInAnyOrder("/endpoints/0 A", "/endpoints/2/body C");
    }

    @Test
    void gatusComparesOnePlaceOfABodyWithAnother() {
        Import read = gatus("""
                endpoints:
                  - {name: A, url: 'https://a.example', conditions: ['[BODY].total == [BODY].count']}
                """);

        assertThat(read.settings("A")).doesNotContainKey("expectJson");
        assertThat(read.details()).containsExactly("/endpoints/0/conditions/0 [BODY].total == [BODY].count");
    }

    @Test
    void gatusCanBeWellWhenNothingAnswers() {
        Import read = gatus("""
                endpoints:
                  - {name: A, url: 'https://a.example', conditions: ['[CONNECTED] == false']}
                  - {name: B, url: 'tcp://b.example:22', conditions: ['[CONNECTED] != true']}
                  - {name: C, url: 'https://c.example', client: {kerberos: {realm: C}}}
                  - {name: D, url: 'https://d.example', client: {insecure: no}, enabled: Yes}
                  - {name: E, url: 'icmp://e.example', client: {network: ip6}}
                external-endpoints:
                  - {name: F, heartbeat: {interval: 1m}, alerts: [{type: slack}]}
                """);

        assertThat(read.lost()).containsExactly("/endpoints/0 A", "/endpoints/1 B", "/endpoints/2/client/kerberos C");
        assertThat(read.details()).contains("/endpoints/4/client/network E", "/external-endpoints/0/alerts alerts");
    }

    @Test
    void prometheusRewritesTargets() {
        Import read = blackbox("""
                modules: {web: {prober: http}, ping: {prober: icmp}}
                scrape_configs:
                  - job_name: rewritten
                    metrics_path: /probe
                    params: {hostname: [x.example]}
                    relabel_configs:
                      - {source_labels: [__address__], target_label: __param_target, replacement: 'https://$1/health'}
                      - {source_labels: [__param_target], target_label: instance}
                      - {target_label: __param_module, replacement: web}
                      - {target_label: __address__, replacement: 'localhost:9115'}
                      - {source_labels: [env], regex: dev, action: drop}
                    static_configs: [{targets: [a.example]}]
                """);

        assertThat(read.probes())
                .singleElement()
                .satisfies(probe -> assertThat(probe)
                        .containsEntry("kind", "http")
                        .containsEntry("settings", Map.of("url", "https://a.example/health")));
        assertThat(read.details())
                .containsExactlyInAnyOrder(
                        "/scrape_configs/0/params/hostname hostname",
                        "/scrape_configs/0/relabel_configs/4 relabel_configs");
    }

    @Test
    void blackboxDemandsMoreOfAHeaderAndTakesMoreCodes() {
        Import read = blackbox("""
                modules:
                  web:
                    prober: http
                    http:
                      fail_if_ssl: off
                      fail_if_header_not_matches:
                        - {header: Cache-Control, regexp: public}
                        - {header: Cache-Control, regexp: max-age}
                  names: {prober: dns, dns: {query_name: a.example, query_type: A, valid_rcodes: [NOERROR, NXDOMAIN]}}
                ---
                ---
                scrape_configs:
                  - {job_name: one, metrics_path: /probe, params: {module: [web]}, static_configs: [{targets: [a.example]}]}
                  - {job_name: two, metrics_path: /probe, params: {module: [names]}, static_configs: [{targets: [9.9.9.9]}]}
                """);

        assertThat(read.settings("a.example")).containsEntry("expectHeaders", Map.of("Cache-Control", "public"));
        assertThat(read.details())
                .containsExactlyInAnyOrder(
                        "/modules/web/http/fail_if_header_not_matches/1 Cache-Control: max-age",
                        "/modules/names/dns/valid_rcodes NOERROR, NXDOMAIN");
    }

    @Test
    void aProxyOfKumaThatIsOffIsNotUsed() {
        Import read = kuma("""
                {"proxyList": [{"id": 1, "active": false, "protocol": "socks5", "host": "p", "port": 1080}],
                 "monitorList": [{"type": "http", "name": "A", "url": "https://a.example", "proxyId": 1}]}
                """);

        assertThat(read.settings("A")).doesNotContainKey("proxy");
    }

    @Test
    void kumaProvesItselfToGrpcAndTurnsChecksAround() {
        Import read = kuma("""
                {"monitorList": [
                  {"type": "grpc-keyword", "name": "A", "grpcUrl": "a.example:443", "grpcServiceName": "Health",
                   "grpcMethod": "check", "keyword": "SERVING", "grpcMetadata": "{\\"authorization\\": \\"Bearer x\\"}"},
                  {"type": "grpc-keyword", "name": "B", "grpcUrl": "b.example:443", "grpcServiceName": "Health",
                   "grpcMethod": "check", "keyword": "SERVING", "invertKeyword": true},
                  {"type": "dns", "name": "C", "hostname": "c.example", "conditions": "[{\\"type\\": \\"expression\\"}]"},
                  {"type": "websocket-upgrade", "name": "D", "url": "wss://d.example",
                   "wsIgnoreSecWebsocketAcceptHeader": true},
                  {"type": "ping", "name": "E", "hostname": "e.example", "interval": 1e2147483000}]}
                """);

        assertThat(read.settings("A")).containsEntry("metadata", Map.of("authorization", "Bearer x"));
        assertThat(read.lost()).containsExactly("/monitorList/1/grpcServiceName B");
        assertThat(read.details())
                .contains("/monitorList/2/conditions c.example", "/monitorList/3/wsIgnoreSecWebsocketAcceptHeader D");
    }

    @Test
    void longTextIsNoTrap() {
        Import read = gatus("endpoints: [{name: %s😀, url: 'https://a.example', interval: '%s'}]"
                .formatted("n".repeat(119), "1s".repeat(20_000)));

        assertThat(read.probes())
                .singleElement()
                .satisfies(probe -> assertThat((String) probe.get("name")).hasSize(119));
        assertThat(Regexes.literal("a".repeat(100_000))).isPresent();
    }

    private static Import gatus(String text) {
        return Import.of(GatusFormat.importer(), KnownKinds.EVERY, text);
    }

    private static Import blackbox(String text) {
        return Import.of(BlackboxFormat.importer(), KnownKinds.EVERY, text);
    }

    private static Import kuma(String text) {
        return Import.of(KumaFormat.importer(), KnownKinds.EVERY, text);
    }
}
