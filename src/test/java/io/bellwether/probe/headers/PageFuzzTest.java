package io.bellwether.probe.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Fuzz;
import io.bellwether.core.posture.web.Observatory;
import io.bellwether.core.posture.web.PageEvidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any cookie and any markup can be read, in little time. */
@Tag("fuzz")
class PageFuzzTest {

    private static final List<Observatory> RULES = List.of(Observatory.six(), Observatory.sixCompatible());

    @Test
    void cookies() {
        List<String> examples = List.of(
                "session=abc; Path=/; Secure; HttpOnly; SameSite=Lax",
                "__Host-login=\"a=b\"; path=/; secure; samesite=Strict\n__Secure-x=1; Secure; Domain=.shop.example",
                "csrftoken=1; expires=Wed, 21 Oct 2026 07:28:00 GMT; max-age=31449600; SameSite=None",
                "heroku-session-affinity=x; Version=1;;; samesite = none = x\n=nameless\nnameless; secure");
        Fuzz.text(2_001, examples, text -> {
            List<PageEvidence.Cookie> cookies = new ArrayList<>();
            for (String header : text.lines().limit(50).toList()) {
                PageEvidence.Cookie cookie = SetCookies.read(header, "page");
                if (cookie != null) {
                    cookies.add(cookie);
                }
            }
            PageEvidence evidence = evidence(cookies);
            RULES.forEach(rules -> assertThat(rules.assess(evidence).results()).hasSize(12));
        });
    }

    @Test
    void markup() {
        PublicSuffixes suffixes = new PublicSuffixes(Optional.empty());
        List<String> examples = List.of(
                "<!doctype html><head><meta http-equiv='Content-Security-Policy' content=\"img-src &#x27;self&#39; a&amp;b\">",
                "<meta name=Referrer content=no-referrer><title><script src=/t.js></script></title><!-- -- --!><!-->",
                "<script src = \"https://cdn.vendor.co.uk/a.js\" integrity=sha384-x crossorigin>\"<script src=/n>\"</script >",
                "<textarea></textarea><style></style/><script/src=/b.js></script><script src=http://[::1]:8/\\x></script>",
                "</p x='>'><?php ?><plaintext><iframe></iframe><script src='HTTPS://a..b.co.jp:99999/'></script>");
        Fuzz.text(
                2_002,
                examples,
                text -> assertThat(Markup.read(text, false, "shop.example", suffixes, new TreeSet<>())
                                .site())
                        .isNotNull());
    }

    private static PageEvidence evidence(List<PageEvidence.Cookie> cookies) {
        PageEvidence.Chain way =
                new PageEvidence.Chain(List.of(new PageEvidence.Hop("https://shop.example/", 200, true)), false, null);
        PageEvidence.Page page =
                new PageEvidence.Page(true, 200, "https://shop.example/", Map.of(), List.of(), null, false);
        return new PageEvidence(
                "https://shop.example",
                Instant.parse("2026-11-23T10:00:00Z"),
                null,
                null,
                way,
                page,
                cookies,
                null,
                null,
                null);
    }
}
