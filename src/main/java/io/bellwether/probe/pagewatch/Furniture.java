package io.bellwether.probe.pagewatch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What stands on a page besides what it says: navigation, banners, forms. */
final class Furniture {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "math",
            "canvas",
            "iframe",
            "object",
            "audio",
            "video",
            "head",
            "button",
            "select",
            "textarea",
            "input",
            "datalist",
            "progress",
            "meter");
    private static final Set<String> TAGS = Set.of("nav", "footer", "aside", "form", "dialog", "menu", "search");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "alert",
            "status",
            "timer",
            "log",
            "marquee",
            "complementary",
            "menu",
            "menubar",
            "tooltip");
    private static final Set<String> NAMES = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "footer",
            "site-footer",
            "page-footer",
            "site-header",
            "page-header",
            "global-header",
            "breadcrumb",
            "breadcrumbs",
            "sidebar",
            "newsletter",
            "pagination",
            "skip-link",
            "skiplink",
            "social-share",
            "share-buttons",
            "related-posts",
            "announcement-bar",
            "promo-banner",
            "toast");
    private static final List<String> CONSENT_TOOLS = List.of(
            "onetrust",
            "ot-sdk",
            "cybotcookie",
            "cookiebot",
            "cookieconsent",
            "cookie-consent",
            "cookie_consent",
            "truste",
            "trustarc",
            "osano-cm",
            "usercentrics",
            "didomi",
            "cc-window",
            "qc-cmp",
            "iubenda-cs",
            "termly",
            "klaro",
            "cky-",
            "cmplz-",
            "sp_message",
            "gdpr-banner",
            "consent-banner",
            "consent-manager");
    private static final List<String> BANNERS = List.of(
            "banner", "bar", "notice", "popup", "pop-up", "modal", "overlay", "dialog", "wall", "toast", "prompt",
            "alert");

    private static final int LOOK_AT = 300;

    private Furniture() {}

    /** Whether its text is never read by people, or only as the label of something to press. */
    static boolean isSilent(Element element) {
        return SILENT.contains(element.normalName());
    }

    /** @param inArticle whether it stands within the main part of the page, whose header belongs to it */
    static boolean isAround(Element element, boolean inArticle) {
        String tag = element.normalName();
        if (tag.equals("body") || tag.equals("html") || tag.equals("main")) {
            return false;
        }
        if (TAGS.contains(tag) || (tag.equals("header") && !inArticle)) {
            return true;
        }
        if (ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))) {
            return true;
        }
        String id = element.id();
        String classes = element.className();
        return !(id.isEmpty() && classes.isEmpty()) && isNamedSo(cut(id), cut(classes));
    }

    private static boolean isNamedSo(String id, String classes) {
        if (NAMES.contains(id)) {
            return true;
        }
        for (String name : classes.split(" ", -1)) {
            if (NAMES.contains(name)) {
                return true;
            }
        }
        String names = id + " " + classes;
        return CONSENT_TOOLS.stream().anyMatch(names::contains)
                || (names.contains("cookie") && BANNERS.stream().anyMatch(names::contains));
    }

    private static String cut(String names) {
        return names.substring(0, Math.min(names.length(), LOOK_AT)).toLowerCase(Locale.ROOT);
    }
}
