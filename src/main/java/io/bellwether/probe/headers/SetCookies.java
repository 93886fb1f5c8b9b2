package io.bellwether.probe.headers;

import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.WireResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads Set-Cookie headers (RFC 6265bis, 5.6), all but the values. */
final class SetCookies {

    private static final int LONGEST = 200;

    private SetCookies() {}

    /** Those set on the way, a later one replacing an earlier one of the same name, domain and path. */
    static List<PageEvidence.Cookie> of(Way way) {
        Map<List<String>, PageEvidence.Cookie> jar = new LinkedHashMap<>();
        for (WireResponse answer : way.answers()) {
            String from = answer.equals(way.end()) ? "page" : "redirect";
            for (PageEvidence.Cookie cookie : of(answer, from)) {
                String host = String.valueOf(answer.uri().getHost());
                String domain = cookie.domain() == null ? host : cookie.domain();
                jar.put(List.of(cookie.name(), domain.toLowerCase(Locale.ROOT), path(cookie, answer)), cookie);
            }
        }
        return List.copyOf(jar.values());
    }

    static List<PageEvidence.Cookie> of(WireResponse answer, String from) {
        List<PageEvidence.Cookie> cookies = new ArrayList<>();
        for (String header : answer.headers().getOrDefault("Set-Cookie", List.of())) {
            PageEvidence.Cookie cookie = read(header, from);
            if (cookie != null) {
                cookies.add(cookie);
            }
        }
        return cookies;
    }

    /** Where browsers send it: what it says, else the directory of the page (RFC 6265bis, 5.1.4). */
    private static String path(PageEvidence.Cookie cookie, WireResponse answer) {
        String said = cookie.path();
        if (said != null && said.startsWith("/")) {
            return said;
        }
        String page = String.valueOf(answer.uri().getRawPath());
        int last = page.lastIndexOf('/');
        return last <= 0 ? "/" : page.substring(0, last);
    }

    /** Null when browsers would keep none: without a name, or with a prefix whose promise is not kept. */
    static PageEvidence.@Nullable Cookie read(String header, String from) {
        String[] parts = header.split(";", 64);
        int equals = parts[0].indexOf('=');
        String name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
        if (name.isEmpty()) {
            return null;
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int sign = parts[i].indexOf('=');
            String key = sign < 0 ? parts[i] : parts[i].substring(0, sign);
            attributes.put(
                    key.strip().toLowerCase(Locale.ROOT),
                    sign < 0 ? "" : parts[i].substring(sign + 1).strip());
        }
        boolean secure = attributes.containsKey("secure");
        boolean broken = (name.startsWith("__Secure-") && !secure)
                || (name.startsWith("__Host-") && !(secure && ofHost(attributes)));
        return broken ? null : cookie(name, from, secure, attributes);
    }

    private static boolean ofHost(Map<String, String> attributes) {
        return attributes.getOrDefault("path", "/").equals("/") && !attributes.containsKey("domain");
    }

    private static PageEvidence.Cookie cookie(
            String name, String from, boolean secure, Map<String, String> attributes) {
        return new PageEvidence.Cookie(
                Kept.text(name, LONGEST),
                from,
                secure,
                attributes.containsKey("httponly"),
                kept(attributes.get("samesite")),
                kept(attributes.get("domain")),
                kept(attributes.get("path")),
                attributes.containsKey("expires") || attributes.containsKey("max-age"));
    }

    private static @Nullable String kept(@Nullable String value) {
        return value == null ? null : Kept.text(value, LONGEST);
    }
}
