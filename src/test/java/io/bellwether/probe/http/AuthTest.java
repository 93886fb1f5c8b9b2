package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthTest {

    private static final String SECRET = "s3cr3t/+ä";

    @Test
    void basicSendsUserAndPassword() {
        try (Vendor vendor = echoing()) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url", vendor.url("/"),
                            "auth", Map.of("basic", Map.of("username", "käthe", "password", SECRET)));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(vendor.requests().getFirst().header("Authorization"))
                    .isEqualTo("Basic a8OkdGhlOnMzY3IzdC8rw6Q=");
        }
    }

    @Test
    void bearerSendsTheToken() {
        try (Vendor vendor = echoing()) {
            HttpLab.open().run("url", vendor.url("/"), "auth", Map.of("bearer", Map.of("token", "t-123")));

            assertThat(vendor.requests().getFirst().header("Authorization")).isEqualTo("Bearer t-123");
        }
    }

    @Test
    void whatAServerSendsBackOfASecretIsNotShown() {
        try (Vendor vendor = echoing()) {
            HttpLab lab = HttpLab.open();
            Verdict basic = lab.run(
                    "url",
                    vendor.url("/"),
                    "bodyContains",
                    "nothing",
                    "auth",
                    Map.of("basic", Map.of("username", "u", "password", SECRET)));
            Verdict header = lab.run(
                    "url",
                    vendor.url("/"),
                    "expectHeaders",
                    Map.of("X-Echo", "nothing"),
                    "headers",
                    Map.of("Authorization", "Token abc-123"));

            assertThat(basic.detail().get("bodyStart")).isEqualTo("you sent ********");
            assertThat(header.reason()).contains("'********'").doesNotContain("abc-123");
            assertThat(header.detail().toString()).doesNotContain("abc-123");
        }
    }

    @Test
    void clientCredentialsAreChangedForAToken() {
        try (Vendor issuer = issuer("3600");
                Vendor vendor = echoing()) {
            HttpLab lab = HttpLab.open();
            Verdict verdict = lab.run("url", vendor.url("/"), "auth", oauth2(issuer, null));

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(vendor.requests().getFirst().header("Authorization")).isEqualTo("Bearer token-1");
            Vendor.Request asked = issuer.requests().getFirst();
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.body()).isEqualTo("grant_type=client_credentials&scope=read+write&audience=api");
            assertThat(asked.header("Authorization")).isEqualTo("Basic Y2xpZW50OnMzY3IzdCUyRiUyQiVDMyVBNA==");
            assertThat(asked.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        }
    }

    @Test
    void someIssuersWantTheSecretInTheForm() {
        try (Vendor issuer = issuer("3600");
                Vendor vendor = echoing()) {
            HttpLab.open().run("url", vendor.url("/"), "auth", oauth2(issuer, "BODY"));

            assertThat(issuer.requests().getFirst().body())
                    .endsWith("&client_id=client&client_secret=s3cr3t%2F%2B%C3%A4");
            assertThat(issuer.requests().getFirst().header("Authorization")).isNull();
        }
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItExpires() {
        try (Vendor issuer = issuer("3600");
                Vendor vendor = echoing()) {
            HttpLab lab = HttpLab.open();
            for (int minutes : List.of(0, 58, 2)) {
                lab.later(Duration.ofMinutes(minutes));
                lab.run("url", vendor.url("/"), "auth", oauth2(issuer, null));
            }

            assertThat(vendor.requests())
                    .extracting(request -> request.header("Authorization"))
                    .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
        }
    }

    @Test
    void aTokenOfUnknownLifetimeIsUsedOnce() {
        try (Vendor issuer = issuer("null");
                Vendor vendor = echoing()) {
            HttpLab lab = HttpLab.open();
            lab.run("url", vendor.url("/"), "auth", oauth2(issuer, null));
            lab.run("url", vendor.url("/"), "auth", oauth2(issuer, null));

            assertThat(issuer.requests()).hasSize(2);
        }
    }

    @Test
    void aTokenThatIsRefusedIsNotUsedAgain() {
        try (Vendor issuer = issuer("3600");
                Vendor vendor = Vendor.that(request ->
                        new Vendor.Reply("Bearer token-1".equals(request.header("Authorization")) ? 401 : 200, ""))) {
            HttpLab lab = HttpLab.open();

            assertThat(lab.run("url", vendor.url("/"), "auth", oauth2(issuer, null))
                            .outcome())
                    .isEqualTo(Outcome.DOWN);
            assertThat(lab.run("url", vendor.url("/"), "auth", oauth2(issuer, null))
                            .outcome())
                    .isEqualTo(Outcome.UP);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            200 | {"access_token":"t","token_type":"bearer","expires_in":"60"} |         |
            200 | {"access_token":"t"}               |         |
            200 | {"token":"t"}                      | DOWN    | UNEXPECTED_FORMAT
            200 | {"access_token":"t\\nX: 1"}        | DOWN    | UNEXPECTED_FORMAT
            200 | {"access_token":"t","token_type":"mac"} | DOWN | UNEXPECTED_FORMAT
            200 | <html></html>                      | DOWN    | UNEXPECTED_FORMAT
            400 | {"error":"invalid_scope"}          | UNKNOWN | NOT_CONFIGURED
            401 | {"error":"invalid_client"}         | UNKNOWN | NOT_CONFIGURED
            400 | {"error":"server_error"}           | DOWN    | UNEXPECTED_STATUS
            500 | oops                               | DOWN    | UNEXPECTED_STATUS
            302 | x                                  | DOWN    | UNEXPECTED_STATUS
            429 | x                                  | UNKNOWN | BOT_WALL
            """)
    void judgesTheTokenEndpoint(int status, String body, @Nullable Outcome outcome, @Nullable Cause cause) {
        switch (TokenAnswer.judge(Answers.answer(status, body))) {
            case Grant.Token token -> {
                assertThat(outcome).isNull();
                assertThat(token.value()).isEqualTo("t");
                assertThat(token.toString()).doesNotContain("t-");
            }
            case Grant.None none -> {
                assertThat(none.outcome()).isEqualTo(outcome);
                assertThat(none.cause()).isEqualTo(cause);
                assertThat(none.reason()).contains("token endpoint").endsWith(".");
            }
        }
    }

    @Test
    void aFailingTokenEndpointIsAReasonOfItsOwn() {
        try (Vendor issuer = Vendor.that(_ -> new Vendor.Reply(503, "client_secret was s3cr3t%2F%2B%C3%A4"));
                Vendor vendor = echoing()) {
            Verdict verdict = HttpLab.open().run("url", vendor.url("/"), "auth", oauth2(issuer, null));

            assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(verdict.reason()).isEqualTo("The token endpoint answered with status 503 instead of a token.");
            assertThat(verdict.phases()).isEqualTo(Phases.NONE);
            assertThat(vendor.requests()).isEmpty();
        }
    }

    @Test
    void theTokenEndpointIsGuardedToo() {
        Map<String, Object> oauth2 =
                Map.of("tokenUrl", "http://10.0.0.1/token", "clientId", "c", "clientSecret", SECRET);
        try (Vendor vendor = echoing()) {
            Verdict verdict = HttpLab.open().run("url", vendor.url("/"), "auth", Map.of("oauth2", oauth2));

            assertThat(verdict.cause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(verdict.reason()).startsWith("The token endpoint did not answer: Not reached: 10.0.0.1");
        }
    }

    private static Map<String, Object> oauth2(Vendor issuer, @Nullable String sendSecret) {
        Map<String, Object> oauth2 = new HashMap<>(Map.of(
                "tokenUrl", issuer.url("/token"),
                "clientId", "client",
                "clientSecret", SECRET,
                "scope", "read write",
                "audience", "api"));
        if (sendSecret != null) {
            oauth2.put("sendSecret", sendSecret);
        }
        return Map.of("oauth2", oauth2);
    }

    private static Vendor issuer(String lifetime) {
        AtomicInteger issued = new AtomicInteger();
        return Vendor.that(_ -> Vendor.json("{\"access_token\":\"token-" + issued.incrementAndGet()
                + "\",\"token_type\":\"Bearer\",\"expires_in\":" + lifetime + "}"));
    }

    private static Vendor echoing() {
        return Vendor.that(request -> {
            String sent = String.valueOf(request.header("Authorization"));
            return new Vendor.Reply(200, "you sent " + sent.substring(sent.indexOf(' ') + 1), "X-Echo", sent);
        });
    }
}
