package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Fuzz;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Anything a page sends can be read and judged, in little time. */
@Tag("fuzz")
class WebFuzzTest {

    private static final List<String> POLICIES = List.of(
            "default-src 'none'; script-src 'self' https://cdn.example/a/ 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'",
            "default-src 'self' https: data:; img-src * http://a.example ; style-src 'unsafe-inline'; report-uri /r; report-uri /s",
            "script-src 'unsafe-eval' 'sha256-AbCd+/=' blob: ftp:, default-src 'self', img-src https://a.example/%41%zz/b/",
            "img-src https://a.example/a/%41 https://a.example/a/ , img-src https://a.example/a/b https://a.example/a/a,"
                    + "img-src https://a.example/%41/%/%4/%ff?a#b",
            "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; upgrade-insecure-requests; sandbox allow-scripts",
            "frame-ancestors *,,;;  ; default-src\t'none'\n;report-to x;report-to y",
            "x".repeat(60) + " /%/%/%/%,x /%/%/%/%/,x %/%/%/%/%/%");

    /** Each twice, as policies are compared with one another. */
    @Test
    void contentSecurityPolicies() {
        Fuzz.text(1_001, POLICIES, text -> {
            List<String> policies = PolicyText.policies(List.of(text, text));
            PolicyText.read(policies.subList(0, Math.min(policies.size(), PolicyText.MOST_POLICIES)));
            Masks.policy(text);
        });
    }

    @Test
    void judgementsOfContentSecurityPolicies() {
        ContentPolicyCheck check = new ContentPolicyCheck();
        Fuzz.text(1_002, POLICIES, text -> {
            int half = text.length() / 2;
            PageEvidence evidence = Pages.page()
                    .header(PolicyAnalysis.HEADER, text.substring(0, half))
                    .header(PolicyAnalysis.HEADER + "-report-only", text)
                    .meta(text.substring(half))
                    .evidence();
            for (Dialect dialect : Dialect.values()) {
                judge(check, evidence, dialect);
            }
        });
    }

    @Test
    void strictTransportSecurity() {
        List<String> examples = List.of(
                "max-age=63072000; includeSubDomains; preload",
                "max-age=\"15552000\";includesubdomains",
                "Max-Age = 31536000 ; preload;;",
                "max-age=-1, max-age=+12",
                "max-age=00000000000000000000000000000099999999999999999999");
        judged(1_003, "strict-transport-security", examples, new StrictTransportCheck());
    }

    @Test
    void referrerPolicies() {
        List<String> examples = List.of(
                "no-referrer",
                "no-referrer, strict-origin-when-cross-origin",
                " Unsafe-URL ,origin,,same-origin,\torigin-when-cross-origin",
                "no-referrer-when-downgrade,strict-origin,bogus");
        judged(1_004, "referrer-policy", examples, new ReferrerCheck());
    }

    @Test
    void openerPolicies() {
        List<String> examples = List.of(
                "same-origin",
                "same-origin-allow-popups; report-to=\"coop\"",
                "noopener-allow-popups;a=1.5;b=?0;c=:YQ==:;d=*x/y:z; e=\"\\\"\\\\\"",
                " unsafe-none ;report-to=x",
                "\"same-origin\", same-origin");
        judged(1_005, "cross-origin-opener-policy", examples, OpenerPolicyCheck.CHECK);
    }

    @Test
    void embedderPolicies() {
        List<String> examples = List.of(
                "require-corp",
                "credentialless; report-to=\"coep\"",
                "unsafe-none;a=-123456789012345;b=-123456789012.123",
                "require-corp;   a;b;c=token");
        judged(1_006, "cross-origin-embedder-policy", examples, EmbedderPolicyCheck.CHECK);
    }

    @Test
    void theOtherHeaders() {
        List<String> examples = List.of(
                "nosniff", "nosniff, nosniff", "DENY", "SAMEORIGIN", "ALLOW-FROM https://a.example/", "same-site", "*");
        List<PageCheck> checks = List.of(new SniffingCheck(), new FramingCheck(), new ResourcePolicyCheck());
        Fuzz.text(1_007, examples, text -> {
            Pages page = Pages.page();
            checks.forEach(check -> page.header(check.header(), text));
            checks.forEach(check -> judge(check, page.evidence(), Dialect.DOCUMENTED));
            checks.forEach(check -> judge(check, page.evidence(), Dialect.COMPATIBLE));
        });
    }

    private static void judged(long seed, String header, List<String> examples, PageCheck check) {
        Fuzz.text(seed, examples, text -> {
            PageEvidence evidence = Pages.page().header(header, text).evidence();
            for (Dialect dialect : Dialect.values()) {
                judge(check, evidence, dialect);
            }
        });
    }

    private static void judge(PageCheck check, PageEvidence evidence, Dialect dialect) {
        PageEvidence.Page page = evidence.page();
        assertThat(page == null ? null : check.judge(Look.at(evidence, page, dialect)))
                .isNotNull();
    }
}
