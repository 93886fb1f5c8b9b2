package io.bellwether.probe.headers;

import io.bellwether.core.posture.web.PageEvidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the scripts of a page and what its meta elements tell browsers. */
final class Markup {

    private static final int MOST_SCRIPTS = 500;
    private static final int MOST_METAS = 16;
    private static final int LONGEST_SOURCE = 2048;
    private static final int LONGEST_POLICY = 8 * 1024;

    private final PublicSuffixes suffixes;
    private final Set<String> tooLong;
    private final List<String> policies = new ArrayList<>();
    private final List<String> referrers = new ArrayList<>();
    private final List<String> resourcePolicies = new ArrayList<>();
    private final List<PageEvidence.Script> scripts = new ArrayList<>();
    private int scriptElements;
    private boolean cut;

    private Markup(PublicSuffixes suffixes, Set<String> tooLong, boolean cut) {
        this.suffixes = suffixes;
        this.tooLong = tooLong;
        this.cut = cut;
    }

    /**
     * @param cut whether the text is only the page's begin
     * @param site the page's own
     * @param tooLong takes the names of headers whose meta elements are longer, or more, than is kept
     */
    static PageEvidence.Html read(String text, boolean cut, String site, PublicSuffixes suffixes, Set<String> tooLong) {
        Markup markup = new Markup(suffixes, tooLong, cut);
        new TagReader(text).read(Map.of("script", markup::script, "meta", markup::meta));
        return new PageEvidence.Html(
                site,
                markup.policies,
                markup.referrers,
                markup.resourcePolicies,
                markup.scriptElements,
                markup.scripts,
                markup.cut);
    }

    private void script(Map<String, String> attributes) {
        scriptElements++;
        String source = attributes.getOrDefault("src", "").strip();
        if (source.isEmpty()) {
            return;
        }
        if (scripts.size() == MOST_SCRIPTS) {
            cut = true;
            return;
        }
        scripts.add(new PageEvidence.Script(
                Kept.text(source, LONGEST_SOURCE),
                kept(site(source)),
                kept(attributes.get("integrity")),
                kept(attributes.get("crossorigin"))));
    }

    private void meta(Map<String, String> attributes) {
        String equivalent = attributes.get("http-equiv");
        String content = attributes.getOrDefault("content", "");
        if (content.isEmpty()) {
            return;
        }
        if (equivalent == null) {
            if ("referrer".equals(lower(attributes.get("name")))) {
                add(referrers, content, "referrer-policy");
            }
            return;
        }
        String header = lower(equivalent);
        switch (header) {
            case "content-security-policy" -> add(policies, content, header);
            case "cross-origin-resource-policy" -> add(resourcePolicies, content, header);
            default -> {
                // Of no meaning to the rules.
            }
        }
    }

    private void add(List<String> list, String content, String header) {
        if (list.size() == MOST_METAS || content.length() > LONGEST_POLICY) {
            tooLong.add(header);
        } else {
            list.add(Kept.text(content, LONGEST_POLICY));
        }
    }

    /** Null for an address without a host of its own, and for one that cannot be read. */
    private @Nullable String site(String source) {
        boolean whole =
                source.regionMatches(true, 0, "https://", 0, 8) || source.regionMatches(true, 0, "http://", 0, 7);
        if (!whole) {
            return null;
        }
        int begin = source.indexOf("//") + 2;
        int end = begin;
        while (end < source.length() && "/?#\\".indexOf(source.charAt(end)) < 0) {
            end++;
        }
        try {
            String host = new URI("https://" + source.substring(begin, end)).getHost();
            return suffixes.site(host == null ? source.substring(begin, end) : host);
        } catch (URISyntaxException e) {
            return suffixes.site(source.substring(begin, end));
        }
    }

    private static @Nullable String kept(@Nullable String value) {
        return value == null ? null : Kept.text(value, 256);
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
