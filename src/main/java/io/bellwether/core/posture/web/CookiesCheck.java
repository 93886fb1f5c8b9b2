package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the cookies are protected that a visitor gets who has not signed in. */
final class CookiesCheck implements PageCheck {

    private static final CheckRule RULE = new CheckRule(
            "cookies",
            Category.WEB,
            "Cookies",
            "Somebody in the same network, or another site, can take over the sessions of customers who are signed in.",
            remediation(
                    "Set every cookie with Secure and SameSite=Lax or Strict (SameSite=None only with Secure), and cookies of"
                            + " a session with HttpOnly too.",
                    "Ask the vendor to protect the marks by which its site knows a visitor again from being read by others.",
                    Effort.MEDIUM),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/Cookies",
            List.of(
                    Code.pass(
                            "cookies-secure-with-httponly-sessions-and-samesite",
                            5,
                            "All cookies are Secure and have SameSite, those of a session are HttpOnly."),
                    Code.pass(
                            "cookies-secure-with-httponly-sessions",
                            0,
                            "All cookies are Secure, those of a session are HttpOnly."),
                    Code.pass("cookies-not-found", 0, "No cookies are set."),
                    Code.fail(
                            "cookies-without-secure-flag-but-protected-by-hsts",
                            -5,
                            "A cookie is not Secure; Strict-Transport-Security keeps it from plain HTTP."),
                    Code.fail("cookies-without-secure-flag", -20, "A cookie is not Secure."),
                    Code.fail(
                            "cookies-session-without-secure-flag-but-protected-by-hsts",
                            -10,
                            "A cookie of a session is not Secure; Strict-Transport-Security keeps it from plain HTTP."),
                    Code.fail(
                            "cookies-samesite-flag-invalid",
                            -20,
                            "A cookie has a SameSite that browsers do not know, or None without Secure."),
                    Code.fail(
                            "cookies-anticsrf-without-samesite-flag",
                            -20,
                            "A cookie against forged requests has no SameSite."),
                    Code.fail("cookies-session-without-httponly-flag", -30, "Scripts can read a cookie of a session."),
                    Code.fail("cookies-session-without-secure-flag", -40, "A cookie of a session is not Secure.")));

    /** From bad to worst, as published: not in the order of the modifiers. */
    private static final List<String> WORSE = List.of(
            "cookies-without-secure-flag-but-protected-by-hsts",
            "cookies-without-secure-flag",
            "cookies-session-without-secure-flag-but-protected-by-hsts",
            "cookies-samesite-flag-invalid",
            "cookies-anticsrf-without-samesite-flag",
            "cookies-session-without-httponly-flag",
            "cookies-session-without-secure-flag");

    private static final Set<String> SAME_SITE = Set.of("lax", "strict", "none");
    private static final String IGNORED = "heroku-session-affinity";
    private static final int MOST_SHOWN = 20;

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public String header() {
        return "set-cookie";
    }

    @Override
    public CheckResult judge(Look look) {
        // The documentation counts those of robots.txt; the public implementation asks for it without the cookie jar.
        List<PageEvidence.Cookie> cookies = look.evidence().cookies().stream()
                .filter(cookie -> !cookie.name().equals(IGNORED))
                .filter(cookie -> !look.dialect().compatible() || !cookie.from().equals("robots"))
                .toList();
        if (cookies.isEmpty()) {
            return RULE.result("cookies-not-found", Map.of());
        }
        boolean protectedByHsts = StrictTransportCheck.passes(look);
        Map<String, Set<String>> faults = new LinkedHashMap<>();
        for (PageEvidence.Cookie cookie : cookies) {
            for (String fault : faults(cookie, protectedByHsts, look.dialect())) {
                faults.computeIfAbsent(fault, _ -> new TreeSet<>()).add(Text.shown(cookie.name()));
            }
        }
        return RULE.result(code(cookies, faults.keySet(), look.dialect()), evidence(cookies, faults));
    }

    private static String code(List<PageEvidence.Cookie> cookies, Set<String> faults, Dialect dialect) {
        for (String worst : WORSE.reversed()) {
            if (faults.contains(worst)) {
                return worst;
            }
        }
        return cookies.stream().allMatch(cookie -> known(cookie.sameSite(), dialect))
                ? "cookies-secure-with-httponly-sessions-and-samesite"
                : "cookies-secure-with-httponly-sessions";
    }

    private static List<String> faults(PageEvidence.Cookie cookie, boolean protectedByHsts, Dialect dialect) {
        String name = cookie.name().toLowerCase(Locale.ROOT);
        boolean session = name.contains("login") || name.contains("sess");
        String sameSite = cookie.sameSite();
        List<String> faults = new ArrayList<>();
        boolean looked = !dialect.compatible() || cookie.from().equals("page");
        if ((looked && sameSite != null && !known(sameSite, dialect))
                || (!cookie.secure() && "none".equals(word(sameSite, dialect)))) {
            faults.add("cookies-samesite-flag-invalid");
        }
        if (!cookie.secure()) {
            faults.add("cookies-" + (session ? "session-" : "") + "without-secure-flag"
                    + (protectedByHsts ? "-but-protected-by-hsts" : ""));
        }
        if (name.contains("csrf") && !known(sameSite, dialect)) {
            faults.add("cookies-anticsrf-without-samesite-flag");
        }
        if (session && !cookie.httpOnly()) {
            faults.add("cookies-session-without-httponly-flag");
        }
        return faults;
    }

    private static boolean known(@Nullable String sameSite, Dialect dialect) {
        return SAME_SITE.contains(word(sameSite, dialect));
    }

    /** The public implementation reads up to a second equals sign. */
    private static String word(@Nullable String sameSite, Dialect dialect) {
        String text = sameSite == null ? "" : sameSite;
        int equals = dialect.compatible() ? text.indexOf('=') : -1;
        return Text.lower(equals < 0 ? text : text.substring(0, equals));
    }

    private static Map<String, Object> evidence(List<PageEvidence.Cookie> cookies, Map<String, Set<String>> faults) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("cookies", cookies.size());
        faults.forEach((fault, names) ->
                evidence.put(fault, names.stream().limit(MOST_SHOWN).toList()));
        return evidence;
    }
}
