package io.bellwether.core.posture.web;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.web.PageEvidence.Chain;
import io.bellwether.core.posture.web.PageEvidence.Cookie;
import io.bellwether.core.posture.web.PageEvidence.Hop;
import io.bellwether.core.posture.web.PageEvidence.Html;
import io.bellwether.core.posture.web.PageEvidence.Page;
import io.bellwether.core.posture.web.PageEvidence.Preflight;
import io.bellwether.core.posture.web.PageEvidence.Preload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evidence made by hand: a page over HTTPS to which plain HTTP leads. */
final class Pages {

    static final String ORIGIN = "https://bellwether.example";

    private final Map<String, List<String>> headers = new LinkedHashMap<>(Map.of("content-type", List.of("text/html")));
    private final List<String> policies = new ArrayList<>();
    private final List<PageEvidence.Script> scripts = new ArrayList<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private Preflight preflight = new Preflight(ORIGIN, 405, null, null, null);
    private boolean secure = true;
    private boolean cutHtml;
    private int status = 200;

    static Pages page() {
        return new Pages();
    }

    Pages header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(value);
        return this;
    }

    Pages meta(String policy) {
        policies.add(policy);
        return this;
    }

    Pages script(String source, @Nullable String site, @Nullable String integrity) {
        scripts.add(new PageEvidence.Script(source, site, integrity, null));
        return this;
    }

    Pages cookie(String name, String from, boolean safe, boolean httpOnly, @Nullable String sameSite) {
        cookies.add(new Cookie(name, from, safe, httpOnly, sameSite, null, null, false));
        return this;
    }

    Pages preflight(int code, @Nullable String origin, @Nullable String credentials) {
        preflight = new Preflight(ORIGIN, code, origin, credentials, null);
        return this;
    }

    Pages plainly() {
        secure = false;
        return this;
    }

    Pages cutHtml() {
        cutHtml = true;
        return this;
    }

    Pages cut(String header) {
        cut.add(header);
        return this;
    }

    Pages status(int code) {
        status = code;
        return this;
    }

    PageEvidence evidence() {
        Hop plainHop = new Hop("http://shop.example/", secure ? 301 : 200, null);
        Hop secureHop = new Hop("https://shop.example/", 200, true);
        Chain plain = new Chain(secure ? List.of(plainHop, secureHop) : List.of(plainHop), false, null);
        Chain https = secure ? new Chain(List.of(secureHop), false, null) : new Chain(List.of(), true, "Refused.");
        Html html = new Html("shop.example", policies, List.of(), List.of(), scripts.size(), scripts, cutHtml);
        Page page = new Page(secure, status, secureHop.url(), headers, cut, html, false);
        return new PageEvidence(
                "https://shop.example",
                Instant.parse("2026-11-23T10:00:00Z"),
                null,
                plain,
                https,
                page,
                cookies,
                preflight,
                200,
                new Preload("2026-11-01", true, List.of()));
    }

    CheckResult judge(Observatory rules, String check) {
        return judge(rules, evidence(), check);
    }

    static CheckResult judge(Observatory rules, PageEvidence evidence, String check) {
        return rules.assess(evidence).results().stream()
                .filter(result -> result.checkId().equals(check))
                .findFirst()
                .orElseThrow();
    }
}
