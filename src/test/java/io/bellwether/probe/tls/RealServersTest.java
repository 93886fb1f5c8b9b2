package io.bellwether.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.tls.Support;
import io.bellwether.core.posture.tls.TlsAnswer;
import io.bellwether.core.posture.tls.TlsAssessor;
import io.bellwether.core.posture.tls.TlsEvidence;
import io.bellwether.core.posture.tls.TlsLook;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.probe.courtesy.FreeCourtesy;
import io.bellwether.probe.courtesy.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps over servers of OpenSSL and nginx. What these have no longer, scripted ones show in {@link TlsSweepTest}. */
@Tag("debian")
class RealServersTest {

    private static OpensslServers servers;
    private static TlsSweep sweep;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        servers = new OpensslServers(directory);
        sweep = new TlsSweep(Loopback.tls(Optional.of(servers.root()), "127.0.0.1"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        servers.close();
    }

    @ParameterizedTest(name = "{0}: {3}, weak {4}, grade {5}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TLS 1.0 only    | good | -tls1 -cipher HIGH:!aNULL:@SECLEVEL=0 | TLS 1.0 | static RSA | C",
                "TLS 1.1 only    | good | -tls1_1 -cipher HIGH:!aNULL:@SECLEVEL=0 | TLS 1.1 | static RSA | C",
                "TLS 1.2 only    | good | -tls1_2 -cipher ECDHE+AESGCM     | TLS 1.2 |            | A-",
                "TLS 1.3 only    | good | -tls1_3                          | TLS 1.3 |            | A",
                "1.2 and 1.3     | good | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM | TLS 1.3,TLS 1.2 |  | A",
                "security level 2 | good | -cipher ECDHE+AESGCM:ECDHE+AES:@SECLEVEL=2 | TLS 1.3,TLS 1.2 |  | A",
                "1.0 to 1.3      | good | -cipher HIGH:!aNULL:@SECLEVEL=0  | TLS 1.3,TLS 1.2,TLS 1.1,TLS 1.0 | static RSA | B",
                "static RSA      | good | -tls1_2 -cipher AES128-SHA:@SECLEVEL=0 | TLS 1.2 | static RSA | B",
                "no AEAD         | good | -tls1_2 -cipher ECDHE-RSA-AES128-SHA:@SECLEVEL=0 | TLS 1.2 | | B",
                "NULL only       | good | -tls1_2 -cipher NULL-SHA256:@SECLEVEL=0 | | NULL, anonymous or export | F",
                "NULL besides    | good | -tls1_2 -cipher AES128-SHA:NULL-SHA256:@SECLEVEL=0 | TLS 1.2 | static RSA,NULL, anonymous or export | F",
                "anonymous       | good | -tls1_2 -cipher aNULL:@SECLEVEL=0 | | NULL, anonymous or export | F",
                "curve           | curve | -cipher ECDHE+AESGCM -no_tls1 -no_tls1_1 | TLS 1.3,TLS 1.2 | | A",
                "expired         | expired | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM | TLS 1.3,TLS 1.2 | | T",
                "self-signed     | alone | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM | TLS 1.3,TLS 1.2 | | T",
                "wrong host      | elsewhere | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM | TLS 1.3,TLS 1.2 | | M",
                "no intermediate | below | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM | TLS 1.3,TLS 1.2 | | B",
                "intermediate    | below | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM -cert_chain intermediate.pem | TLS 1.3,TLS 1.2 | | A",
                "1024 bits       | short | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM:@SECLEVEL=0 | TLS 1.3,TLS 1.2 | | B",
                "SHA-1           | sha1 | -no_tls1 -no_tls1_1 -cipher ECDHE+AESGCM:@SECLEVEL=0 | TLS 1.3,TLS 1.2 | | A",
                "DH of 1536      | good | -tls1_2 -cipher DHE+AESGCM:@SECLEVEL=0 -dhparam dh1536.pem | TLS 1.2 | | B",
            })
    void gradesWhatAServerOffers(
            String name, String certificate, String options, String versions, String weak, String grade)
            throws IOException {
        int port = servers.start(certificate, options);
        try (CountingRelay relay = new CountingRelay(port)) {
            TlsEvidence evidence = sweep(relay.port());
            TlsLook look = evidence.looks().getFirst();
            Assessment assessment = new TlsAssessor().assess(evidence);

            assertThat(supported(look.versions())).as("%s", look).isEqualTo(versions == null ? "" : versions);
            assertThat(supported(look.classes())).as("%s", look).isEqualTo(weak == null ? "" : weak);
            assertThat(assessment.card())
                    .isNotNull()
                    .satisfies(card -> assertThat(card.grade())
                            .as("%s of %s", card.arithmetic(), look)
                            .isEqualTo(grade));
            assertThat(look.versions()).noneMatch(answer -> answer.support() == Support.UNKNOWN);
            assertThat(look.classes()).noneMatch(answer -> answer.support() == Support.UNKNOWN);
            assertThat(relay.connections()).isEqualTo(evidence.connections()).isLessThanOrEqualTo(12);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} is {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "good    | -tls1_2 -status_file status.der        | tls-stapling    | tls-stapling-stapled",
                "good    | -tls1_2                                | tls-stapling    | tls-stapling-missing",
                "alone   | -tls1_2                                | tls-stapling    | not-applicable",
                "good    | -tls1_3                                | tls-stapling    | unknown",
                "good    | -tls1_2                                | tls-ems         | tls-ems-supported",
                "good    | -tls1_3                                | tls-ems         | not-applicable",
                "good    | -tls1_2                                | tls-renegotiation | tls-renegotiation-secure",
                "good    | -tls1_2                                | tls-alpn        | tls-alpn-none",
                "good    | -tls1_3 -alpn h2                       | tls-alpn        | tls-alpn-http-2",
                "good    | -tls1_2                                | tls-transparency | tls-transparency-missing",
                "sha1    | -tls1_2 -cipher ALL:@SECLEVEL=0        | tls-signature   | tls-signature-sha-1",
                "short   | -tls1_2 -cipher ALL:@SECLEVEL=0        | tls-key         | tls-key-short",
                "good    | -tls1_2 -cipher DHE+AESGCM:@SECLEVEL=0 -dhparam dh1536.pem | tls-key-exchange | tls-key-exchange-short",
                "expired | -tls1_3                                | tls-trust       | tls-trust-outside-validity",
                "alone   | -tls1_3                                | tls-trust       | tls-trust-self-signed",
                "elsewhere | -tls1_3                              | tls-trust       | tls-trust-other-name",
                "below   | -tls1                                  | tls-trust       | tls-trust-incomplete",
                "below   | -tls1_3                                | tls-trust       | tls-trust-incomplete",
                "good    | -tls1                                  | tls-trust       | tls-trust-trusted",
                "good    | -tls1                                  | tls-protocols   | tls-protocols-outdated-only",
            })
    void answersEachCheck(String certificate, String options, String check, String code) throws IOException {
        TlsEvidence evidence = sweep(servers.start(certificate, options));
        CheckResult result = new TlsAssessor()
                .assess(evidence).results().stream()
                        .filter(each -> each.checkId().equals(check))
                        .findFirst()
                        .orElseThrow();

        assertThat(result.resultCode()).as("%s of %s", result, evidence).isEqualTo(code);
    }

    @ParameterizedTest(name = "nginx with {0}: grade {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ssl_protocols TLSv1.2 TLSv1.3; add_header Strict-Transport-Security max-age=31536000 always; | A+",
                "ssl_protocols TLSv1.2 TLSv1.3; add_header Strict-Transport-Security max-age=60; | A",
                "ssl_protocols TLSv1.2 TLSv1.3; | A-",
                "ssl_protocols TLSv1.2 TLSv1.3; return 301 /home; | A-",
                "ssl_protocols TLSv1.2 TLSv1.3; add_header Strict-Transport-Security max-age=31536000; return 403; | A",
                "ssl_protocols TLSv1.2 TLSv1.3; add_header Strict-Transport-Security max-age=31536000; return 503; | A",
                "ssl_protocols TLSv1.2 TLSv1.3; add_header Strict-Transport-Security max-age=31536000 always; return 403; | A+",
                "ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers ALL:@SECLEVEL=0; | F",
                "ssl_protocols TLSv1 TLSv1.1 TLSv1.2; ssl_ciphers HIGH:!aNULL:@SECLEVEL=0; | B",
            })
    void gradesNginx(String settings, String grade) throws IOException {
        try (CountingRelay relay = new CountingRelay(servers.nginx(settings))) {
            TlsEvidence evidence = sweep(relay.port());
            Assessment assessment = new TlsAssessor().assess(evidence);

            assertThat(assessment.card())
                    .isNotNull()
                    .satisfies(card -> assertThat(card.grade())
                            .as("%s of %s", card.arithmetic(), evidence)
                            .isEqualTo(grade));
            assertThat(evidence.looks().getFirst().protocol()).isEqualTo("h2");
            assertThat(relay.connections()).isLessThanOrEqualTo(12);
        }
    }

    private static TlsEvidence sweep(int port) {
        return sweep.of("shop.example", port, Instant.now(), 0, visit(), Loopback.in5());
    }

    private static String supported(List<TlsAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.support() == Support.SUPPORTED)
                .map(TlsAnswer::offer)
                .collect(Collectors.joining(","));
    }

    private static Visit visit() {
        return new FreeCourtesy(Loopback.wire()).visit("shop.example", TlsSweep.MOST_CONNECTIONS);
    }
}
