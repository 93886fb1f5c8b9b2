package io.bellwether.probe.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.web.PageEvidence;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    private static final long MOST_NANOS = 50_000_000;

    /** Until the virtual machine has compiled what is measured. */
    private static final int TRIES = 30;

    private static final PublicSuffixes SUFFIXES = new PublicSuffixes(Optional.empty());

    @Test
    void findsWhatScriptsAndMetaElementsSay() {
        PageEvidence.Html html = read("""
                <!doctype html><head><!-- <script src=/no.js></script> -->
                <META HTTP-EQUIV='Content-Security-Policy' content="default-src &#x27;self&#39;; img-src a&amp;b">
                <meta name=Referrer content=no-referrer><meta http-equiv=cross-origin-resource-policy content=same-site>
                <title><script src=/title.js></script></title>
                <script src = "https://cdn.vendor.co.uk/a.js" integrity=sha384-x crossorigin>"<script src=/no.js>"</script >
                <textarea><script src=/no.js></script></textarea><script>var a = 1 < 2;</script>
                <body data-x='<script src=/no.js>'><script/src=/b.js></script></body><script src=""></script>
                <script src="/unfinished.js"
                """);

        assertThat(html.policies()).containsExactly("default-src 'self'; img-src a&b");
        assertThat(html.referrers()).containsExactly("no-referrer");
        assertThat(html.resourcePolicies()).containsExactly("same-site");
        assertThat(html.scripts())
                .containsExactly(
                        new PageEvidence.Script("https://cdn.vendor.co.uk/a.js", "vendor.co.uk", "sha384-x", ""),
                        new PageEvidence.Script("/b.js", null, null, null));
        assertThat(html.scriptElements()).isEqualTo(4);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "http-equiv=Content-Security-Policy, content-security-policy",
        "name=referrer, referrer-policy",
        "http-equiv=cross-origin-resource-policy, cross-origin-resource-policy"
    })
    void tellsOfWhichHeaderThereIsMoreThanIsKept(String attribute, String header) {
        String meta = "<meta " + attribute + " content=no-referrer>";
        String tooLong = meta.replace("no-referrer", "'" + "x".repeat(8 * 1024 + 1) + "'");

        assertThat(tooLong(meta.repeat(16))).isEmpty();
        assertThat(tooLong(meta.repeat(17))).containsExactly(header);
        assertThat(tooLong(tooLong + tooLong)).containsExactly(header);
        assertThat(read(tooLong).cut()).isFalse();
    }

    @Test
    void noCharacterIsCutInHalf() {
        assertThat(Kept.text("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(Kept.text("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
        assertThat(Kept.text("abc\0", 2)).isEqualTo("ab");
        assertThat(read("<script src='&#xD83D;&#57343;&#xD7FF;&#xE000;&#128512;'></script>")
                        .scripts())
                .extracting(PageEvidence.Script::source)
                .containsExactly("\ufffd\ufffd\ud7ff\ue000\uD83D\uDE00");
    }

    private static Set<String> tooLong(String page) {
        Set<String> tooLong = new TreeSet<>();
        Markup.read(page, false, "shop.example", SUFFIXES, tooLong);
        return tooLong;
    }

    /** On markup that is whole, a browser's parser finds the same. */
    @Test
    void findsTheScriptsThatATreeHas() {
        Random random = new Random(5);
        String[] parts = {
            "<p>",
            "</p>",
            "<div class='a>b'>",
            "</div>",
            "text &lt;script&gt; ",
            "<!-- <script src=/x.js> -->",
            "<script src=/a.js></script>",
            "<SCRIPT async SRC='/b.js' ></SCRIPT>",
            "<script>if (a < b) {}</script>",
            "<style>p::after { content: '<script>' }</style>",
            "<img alt=\"<script src=c.js>\">",
            "<br/>",
            "<script src=\"/d.js?a=1&amp;b=2\" integrity='x'></script>",
            "a < b ",
            "</>",
            "<?xml version='1.0'?>"
        };
        for (int i = 0; i < 500; i++) {
            StringBuilder page = new StringBuilder("<!doctype html><html><body>");
            for (int length = random.nextInt(30); length > 0; length--) {
                page.append(parts[random.nextInt(parts.length)]);
            }
            Document tree = Jsoup.parse(page.toString());

            PageEvidence.Html html = read(page.toString());

            assertThat(html.scriptElements())
                    .as("%s", page)
                    .isEqualTo(tree.select("script").size());
            assertThat(html.scripts().stream().map(PageEvidence.Script::source))
                    .as("%s", page)
                    .isEqualTo(tree.select("script[src]").eachAttr("src"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<table><tr><td>",
                "<font><table>",
                "<script src=x></script>",
                "<script>",
                "&amp;",
                "&",
                "<",
                "</",
                "<!--",
                "<!-- -",
                "<a b=",
                "<a '",
                "<a b=\"&#",
                "<svg><math>",
                "<meta content='",
                "=\"'>",
                "<script/",
                "<meta http-equiv=content-security-policy content='default-src a'>",
                "<title></",
                "<meta content=&amp;&#x26;&x"
            })
    void readsAHostilePageInTime(String part) {
        String page = part.repeat(1024 * 1024 / part.length());

        assertThat(nanos(page)).as("nanoseconds of processor time").isLessThan(MOST_NANOS);
        assertThat(read("<script a=" + page).scripts()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void whatIsTooLongForANameTakesNoTime() {
        String host = "a.".repeat(512 * 1024) + "vendor.example";

        assertThat(SUFFIXES.site(host)).isEqualTo(host);
        assertThat(nanos("<script src='https://" + host + "/'></script>"))
                .as("nanoseconds of processor time")
                .isLessThan(MOST_NANOS);
        assertThat(SUFFIXES.site("a.".repeat(119) + "vendor.example")).isEqualTo("vendor.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#3c,&#zz;", "&#x;", "&#99999999;", "&", "&#-1;&#+1;"})
    void whatIsNoCharacterStaysAndTakesNoTime(String part) {
        String source = part.repeat(1024 * 1024 / part.length());
        String page = "<script src='" + source + "'></script>";

        assertThat(read("<script src='" + part + "'></script>").scripts())
                .extracting(PageEvidence.Script::source)
                .containsExactly(part);
        assertThat(nanos(page)).as("nanoseconds of processor time").isLessThan(MOST_NANOS);
    }

    /** Of processor time, once the reader is compiled. */
    private static long nanos(String page) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && best >= MOST_NANOS; i++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            PageEvidence.Html html = read(page);
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
            assertThat(html.scripts()).hasSizeLessThanOrEqualTo(500);
        }
        return best;
    }

    @Test
    void saysThatThereIsMore() {
        assertThat(read("<script src=a></script>".repeat(500)).cut()).isFalse();
        assertThat(read("<script src=a></script>".repeat(501)).cut()).isTrue();
        assertThat(Markup.read("", true, "shop.example", SUFFIXES, new TreeSet<>())
                        .cut())
                .isTrue();
    }

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "shop.example.com, example.com",
        "example.com, example.com",
        "com, com",
        "a.b.example.co.uk, example.co.uk",
        "co.uk, co.uk",
        "a.b.c.kawasaki.jp, b.c.kawasaki.jp",
        "c.kawasaki.jp, c.kawasaki.jp",
        "x.city.kawasaki.jp, city.kawasaki.jp",
        "www.ck, www.ck",
        "a.www.ck, www.ck",
        "a.b.unknown-suffix, b.unknown-suffix",
        "Shop.Example.COM., example.com",
        "127.0.0.1, 127.0.0.1",
        "[::1], [::1]",
        "localhost, localhost",
        "user.github.io, github.io"
    })
    void knowsWhichDomainsBelongTogether(String host, String site) {
        assertThat(SUFFIXES.site(host)).isEqualTo(site);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "shop.app, true",
        "app, true",
        "a.b.dev, true",
        "paypal.com, true",
        "zq7.paypal.com, false",
        "shop.example, false"
    })
    void knowsWhichHostsArePreloaded(String host, boolean listed) {
        PageEvidence.Preload answer = new PreloadList(Optional.empty()).answer(Set.of(host));

        assertThat(answer.listed()).isEqualTo(listed ? List.of(host) : List.of());
        assertThat(answer.complete()).isFalse();
        assertThat(answer.version()).isEqualTo("2026-11-01");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a=1 | a | false | false | -",
                "a=1; Secure; HttpOnly; SameSite=Lax | a | true | true | Lax",
                "a=1; secure ; HTTPONLY; samesite = none; Path=/ | a | true | true | none",
                "a=1; SameSite | a | false | false | ''",
                "a=1; SameSite=Lax; SameSite=x | a | false | false | x",
                "__Secure-a=1; Secure | __Secure-a | true | false | -",
                "__Host-a=1; Secure; Path=/ | __Host-a | true | false | -"
            })
    void readsCookiesWithoutTheirValues(String header, String name, boolean secure, boolean httpOnly, String sameSite) {
        PageEvidence.Cookie cookie = SetCookies.read(header, "page");

        assertThat(cookie).isNotNull();
        assertThat(cookie.name()).isEqualTo(name);
        assertThat(cookie.secure()).isEqualTo(secure);
        assertThat(cookie.httpOnly()).isEqualTo(httpOnly);
        assertThat(cookie.sameSite()).isEqualTo(sameSite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "=1",
                ";;;",
                "; Secure",
                "__Secure-a=1",
                "__Host-a=1; Secure; Path=/x",
                "__Host-a=1; Secure; Domain=b"
            })
    void readsNoCookieWhereBrowsersKeepNone(String header) {
        assertThat(SetCookies.read(header, "page")).isNull();
    }

    private static PageEvidence.Html read(String page) {
        return Markup.read(page, false, "shop.example", SUFFIXES, new TreeSet<>());
    }
}
