package io.bellwether.config;

import static io.bellwether.config.ConfigApi.apply;
import static io.bellwether.config.ConfigApi.export;
import static io.bellwether.config.ConfigApi.nothing;
import static io.bellwether.config.ConfigApi.plan;
import static io.bellwether.config.ConfigApi.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import io.bellwether.As;
import io.bellwether.TestCertificates;
import io.bellwether.TestCertificates.Issued;
import io.bellwether.probe.http.Pem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfigSecretsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static String certificate = "";
    private static String privateKey = "";

    @Inject
    Jdbi jdbi;

    private final String slug = "secrets-" + UUID.randomUUID();

    @BeforeAll
    static void issue() {
        Issued issued = new TestCertificates(NOW).issue(NOW, NOW.plus(Duration.ofDays(1)), "me.example");
        certificate = Pem.chain(issued);
        privateKey = Pem.key(issued);
    }

    @Test
    void noSecretIsShown() {
        String told = plan(document()).extract().asString()
                + apply(document()).extract().asString()
                + plan(document().replace("S3CRET", "S3CRET-2")).extract().asString()
                + export();

        assertThat(told).contains("********").doesNotContain("S3CRET", "PRIVATE KEY");
        assertThat(stored().toString()).doesNotContain("S3CRET", "PRIVATE KEY");
    }

    @Test
    void anExportThatIsAppliedUnchangedKeepsTheStoredSecrets() {
        apply(document());
        Map<String, String> before = stored();

        plan(export()).body("create", empty(), "change", empty(), "remove", empty());
        apply(export()).body("create", empty(), "change", empty(), "remove", empty());

        assertThat(stored()).isEqualTo(before).hasSize(5);
    }

    @Test
    void whatChangesBesideASecretLeavesTheSecret() {
        apply(document());
        Map<String, String> before = stored();

        JsonPath done = apply(export().replace(
                                "url: https://basic.example/" + slug, "url: https://basic.example/new/" + slug))
                .extract()
                .jsonPath();

        assertThat(done.getList("change.fields.flatten().field")).containsExactly("settings/url");
        assertThat(stored().get("Basic"))
                .isEqualTo(before.get("Basic").replace("https://basic.example/", "https://basic.example/new/"));
    }

    @Test
    void aSecretThatIsGivenAgainIsNoChangeAndAnotherIsOne() {
        apply(document());

        nothing(apply(document()), 6);
        JsonPath plan = plan(document().replace("S3CRET-basic", "S3CRET-other"))
                .extract()
                .jsonPath();

        assertThat(plan.getList("change[0].fields"))
                .containsExactly(
                        Map.of("field", "settings/auth/basic/password", "before", "********", "after", "********"));
        assertThat(plan.getInt("unchanged")).isEqualTo(5);
    }

    @Test
    void aNewProbeNeedsTheSecretItself() {
        refused(
                document().replace("S3CRET-basic", "'********'"),
                "/vendors/0/probes/0/settings/auth/basic/password",
                8);
    }

    @Test
    void theSecretOfAChannelIsKeptChangedAndAskedFor() {
        String channel = "channels: [{name: %s, kind: webhook, settings: {url: '%%s'}}]".formatted(slug);
        apply(channel.formatted("https://hooks.a.example/one"));

        nothing(apply(channel.formatted("********")), 1);
        nothing(apply(channel.formatted("https://hooks.a.example/one")), 1);
        assertThat(plan(channel.formatted("https://hooks.a.example/two"))
                        .extract()
                        .jsonPath()
                        .getList("change[0].fields"))
                .containsExactly(Map.of("field", "settings/url", "before", "********", "after", "********"));
        assertThat(plan(channel.formatted("https://hooks.a.example/two").replace("kind:", "lens: IT, kind:"))
                        .extract()
                        .jsonPath()
                        .getList("change[0].fields.field"))
                .containsExactly("lens", "settings/url");
        assertThat(plan(channel.formatted("https://hooks.a.example/one").replace("kind:", "lens: IT, kind:"))
                        .extract()
                        .jsonPath()
                        .getList("change[0].fields.field"))
                .containsExactly("lens");
        refused(channel.formatted("********").replace(slug, "new"), "/channels/0/settings/url", 1);
    }

    @Test
    void aHeartbeatKeepsTheKeyThatItsDocumentDoesNotGive() {
        String heartbeat = """
                vendors:
                  - slug: %s
                    name: Jobs
                    probes: [{name: Backup, kind: heartbeat, settings: {grace: PT5M}}]
                """.formatted(slug);
        apply(heartbeat);
        String key = key();

        nothing(apply(heartbeat), 2);
        JsonPath changed = apply(heartbeat.replace("PT5M", "PT9M")).extract().jsonPath();

        assertThat(changed.getList("change[0].fields.field")).containsExactly("settings/grace");
        assertThat(key()).isEqualTo(key).hasSizeGreaterThan(21);
    }

    private String key() {
        return As.viewer()
                .get("/api/v1/vendors/" + slug + "/probes")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].settings.key");
    }

    /** The settings of the vendor's probes as the database has them, by name. */
    private Map<String, String> stored() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT name, settings::text AS settings FROM probe
                         WHERE removed_at IS NULL AND vendor_id = (SELECT id FROM vendor WHERE slug = :slug)""")
                .bind("slug", slug)
                .setMapKeyColumn("name")
                .setMapValueColumn("settings")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }

    private String document() {
        return """
                vendors:
                  - slug: %1$s
                    name: Secretive
                    probes:
                      - name: Basic
                        kind: http
                        settings:
                          auth: {basic: {username: me, password: S3CRET-basic}}
                          headers: {X-Api-Key: S3CRET-header, Accept: text/html}
                          proxy: {host: proxy.example, port: 3128, username: me, password: S3CRET-proxy}
                          url: https://basic.example/%1$s
                      - name: Flow
                        kind: http
                        settings:
                          url: https://flow.example/
                          auth: {oauth2: {tokenUrl: https://id.example/, clientId: me, clientSecret: S3CRET-client}}
                          secrets: {pin: S3CRET-pin}
                          steps: [{url: /a, headers: {Cookie: S3CRET-cookie, X-Pin: "{{pin}}"}}]
                      - name: Certificate
                        kind: http
                        settings:
                          url: https://mtls.example/
                          auth:
                            mtls:
                              certificate: |
                %2$s
                              privateKey: |
                %3$s
                      - name: Socket
                        kind: websocket
                        settings: {url: wss://socket.example/, headers: {Authorization: Bearer S3CRET-socket}}
                      - name: Call
                        kind: grpc
                        settings: {host: grpc.example, port: 443, metadata: {authorization: Bearer S3CRET-call, x-trace: a}}
                """.formatted(
                        slug,
                        certificate.indent(16).stripTrailing(),
                        privateKey.indent(16).stripTrailing());
    }
}
