package io.bellwether.probe.headers;

import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.egress.WireResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes from an answer what the rules look at. */
final class PageReader {

    /** What browsers are told, and who says it. */
    private static final List<String> HEADERS = List.of(
            "content-security-policy",
            "content-security-policy-report-only",
            "strict-transport-security",
            "x-frame-options",
            "x-content-type-options",
            "referrer-policy",
            "cross-origin-resource-policy",
            "cross-origin-opener-policy",
            "cross-origin-embedder-policy",
            "permissions-policy",
            "content-type",
            "x-xss-protection",
            "server",
            "x-powered-by",
            "via");

    private static final int MOST_HEADERS = 32 * 1024;
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final int LOOK_AT = 4096;

    private final PublicSuffixes suffixes;

    PageReader(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /**
     * @param asked whose site scripts are compared with
     * @param unread headers of which it is known already that there is more than is kept
     */
    PageEvidence.Page read(WireResponse answer, boolean secure, URI asked, Set<String> unread) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Set<String> cut = new LinkedHashSet<>(unread);
        int left = MOST_HEADERS;
        for (String name : HEADERS) {
            List<String> values = answer.headers().get(name);
            if (values == null) {
                continue;
            }
            int length = values.stream().mapToInt(String::length).sum();
            if (length > left) {
                cut.add(name);
            } else {
                headers.put(
                        name,
                        values.stream()
                                .map(value -> Kept.text(value, MOST_HEADERS))
                                .toList());
                left -= length;
            }
        }
        boolean html = isHtml(answer.header("Content-Type"));
        String text = html ? answer.text() : "";
        boolean binary = html && isBinary(text);
        PageEvidence.Html markup = html && !binary ? markup(text, answer.body().cut(), asked, cut) : null;
        return new PageEvidence.Page(
                secure, answer.status(), Kept.text(answer.uri().toString()), headers, List.copyOf(cut), markup, binary);
    }

    private PageEvidence.Html markup(String text, boolean cut, URI asked, Set<String> tooLong) {
        return Markup.read(text, cut, suffixes.site(String.valueOf(asked.getHost())), suffixes, tooLong);
    }

    /** What has no type is taken for HTML, as browsers mostly do. */
    private static boolean isHtml(@Nullable String contentType) {
        if (contentType == null || contentType.isBlank()) {
            return true;
        }
        int end = contentType.indexOf(';');
        String media = end < 0 ? contentType : contentType.substring(0, end);
        return HTML.contains(media.strip().toLowerCase(Locale.ROOT));
    }

    /** One control character in a hundred is no text. */
    private static boolean isBinary(String text) {
        String begin = text.substring(0, Math.min(LOOK_AT, text.length()));
        long controls = begin.chars()
                .filter(sign -> sign < 0x20 && "\t\n\r\f".indexOf(sign) < 0)
                .count();
        return controls * 100 > begin.length();
    }
}
