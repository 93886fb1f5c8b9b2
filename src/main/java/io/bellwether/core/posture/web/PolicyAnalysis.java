package io.bellwether.core.posture.web;

import io.bellwether.core.posture.CheckRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a page's content security policies come to. The HTTP Observatory reads headers and meta elements into one policy; what a
 * meta element may not say counts there all the same.
 *
 * @param code the result, {@link CheckRule#UNKNOWN} when they are longer than is read
 * @param flags what is told besides, unscored; empty when no policy could be read
 * @param directives the one policy, empty when none could be read
 * @param framers frame-ancestors of the headers alone, null when they have none
 */
record PolicyAnalysis(
        String code,
        Map<String, Object> flags,
        Map<String, Set<String>> directives,
        @Nullable Set<String> framers) {

    static final String HEADER = "content-security-policy";

    /** What is longer is not read: servers and browsers refuse heads of this length. */
    private static final int LONGEST = 64 * 1024;

    private static final Set<String> BROAD =
            Set.of("ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*");
    private static final Set<String> INLINE = Set.of("'unsafe-inline'", "data:");
    private static final List<String> NONCES_AND_HASHES = List.of("'sha256-", "'sha384-", "'sha512-", "'nonce-");
    private static final Set<String> NOT_IN_META = Set.of("frame-ancestors", "report-uri", "sandbox");
    private static final Set<String> PASSIVE = Set.of("img-src", "media-src");
    private static final Set<String> REPORTING = Set.of("report-uri", "report-to");
    private static final Set<String> PASSING = Set.of(
            "csp-implemented-with-no-unsafe",
            "csp-implemented-with-no-unsafe-default-src-none",
            "csp-implemented-with-unsafe-inline-in-style-src-only",
            "csp-implemented-with-insecure-scheme-in-passive-content-only");

    static PolicyAnalysis of(PageEvidence.Page page, Dialect dialect) {
        List<String> headers = page.headers().getOrDefault(HEADER, List.of());
        PageEvidence.Html html = page.html();
        List<String> metas = html == null ? List.of() : html.policies();
        if (page.cut().contains(HEADER) || length(headers) + length(metas) > LONGEST) {
            return bare(CheckRule.UNKNOWN);
        }
        List<String> sent = PolicyText.policies(headers);
        List<String> written = PolicyText.policies(metas);
        if (sent.size() + written.size() > PolicyText.MOST_POLICIES) {
            return bare(CheckRule.UNKNOWN);
        }
        PolicyText joined =
                PolicyText.read(Stream.concat(sent.stream(), written.stream()).toList());
        if (joined == null) {
            return bare("csp-header-invalid");
        }
        PolicyText header = written.isEmpty() ? joined : Objects.requireNonNull(PolicyText.read(sent));
        PolicyText meta = Objects.requireNonNull(PolicyText.read(written));
        boolean none = header.directives().isEmpty()
                && NOT_IN_META.containsAll(meta.directives().keySet());
        if (none) {
            return bare(
                    page.headers().getOrDefault(HEADER + "-report-only", List.of()).stream()
                                    .anyMatch(policy -> !policy.isEmpty())
                            ? "csp-not-implemented-but-reporting-enabled"
                            : "csp-not-implemented");
        }
        return analysis(joined, header.directives().get("frame-ancestors"), page.secure(), dialect);
    }

    /** Whether anybody may put the page into a frame of theirs, as far as these sources tell. */
    static boolean broad(Set<String> sources) {
        return sources.stream().anyMatch(BROAD::contains);
    }

    private static PolicyAnalysis analysis(
            PolicyText text, @Nullable Set<String> framers, boolean secure, Dialect dialect) {
        Set<String> everything = Set.of("*");
        Set<String> otherwise = text.sources("default-src", new LinkedHashSet<>(everything));
        Set<String> scripts = text.sources("script-src", otherwise);
        Set<String> styles = text.sources("style-src", otherwise);
        Set<String> objects = text.sources("object-src", otherwise);
        Stream.of(scripts, styles).filter(PolicyAnalysis::trusts).forEach(list -> list.remove("'unsafe-inline'"));
        boolean dynamic = scripts.contains("'strict-dynamic'");
        boolean strict = dynamic && trusts(scripts);
        if (strict) {
            scripts.removeIf(source -> source.equals("'self'") || BROAD.stream().anyMatch(source::startsWith));
        }
        boolean unsafe = broad(scripts) || scripts.stream().anyMatch(INLINE::contains) || broad(objects);
        boolean active = secure && (insecure(scripts) || activeInsecure(text, dialect));
        boolean evaluates = scripts.contains("'unsafe-eval'") || styles.contains("'unsafe-eval'");
        boolean passive = secure
                && PASSIVE.stream()
                        .anyMatch(
                                directive -> insecure(text.sources(directive, text.sources("default-src", Set.of()))));
        boolean unsafeStyle = broad(styles) || styles.stream().anyMatch(INLINE::contains);
        boolean nothing = Set.of("'none'").equals(text.directives().get("default-src"));

        Map<String, Object> flags = new TreeMap<>();
        flags.put("antiClickjacking", framers != null && !broad(framers));
        flags.put("defaultNone", nothing);
        flags.put("insecureBaseUri", anybody(text.sources("base-uri", everything)));
        flags.put("insecureFormAction", broad(text.sources("form-action", everything)));
        flags.put("insecureSchemeActive", active);
        flags.put("insecureSchemePassive", passive);
        flags.put("strictDynamic", strict);
        flags.put("unsafeEval", evaluates);
        flags.put("unsafeInline", unsafe);
        flags.put("unsafeInlineStyle", unsafeStyle);
        flags.put("unsafeObjects", broad(objects));

        String code = code(dynamic && !strict, unsafe, active, evaluates, passive, unsafeStyle, nothing);
        boolean repeated = PASSING.contains(code) && !text.repeated().isEmpty();
        return new PolicyAnalysis(
                repeated ? "csp-implemented-but-duplicate-directives" : code, flags, text.directives(), framers);
    }

    /** The first that is true says it. */
    private static String code(
            boolean senseless,
            boolean unsafe,
            boolean active,
            boolean evaluates,
            boolean passive,
            boolean unsafeStyle,
            boolean nothing) {
        Map<String, Boolean> order = new LinkedHashMap<>();
        order.put("csp-header-invalid", senseless);
        order.put("csp-implemented-with-unsafe-inline", unsafe);
        order.put("csp-implemented-with-insecure-scheme", active);
        order.put("csp-implemented-with-unsafe-eval", evaluates);
        order.put("csp-implemented-with-insecure-scheme-in-passive-content-only", passive);
        order.put("csp-implemented-with-unsafe-inline-in-style-src-only", unsafeStyle);
        order.put("csp-implemented-with-no-unsafe-default-src-none", nothing);
        order.put("csp-implemented-with-no-unsafe", true);
        return order.entrySet().stream()
                .filter(Map.Entry::getValue)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** The addresses reports go to load nothing; the public implementation counts them among the active sources. */
    private static boolean activeInsecure(PolicyText text, Dialect dialect) {
        return text.directives().entrySet().stream()
                .filter(entry ->
                        !PASSIVE.contains(entry.getKey()) && !entry.getKey().equals("script-src"))
                .filter(entry -> dialect.compatible() || !REPORTING.contains(entry.getKey()))
                .anyMatch(entry -> insecure(entry.getValue()));
    }

    private static boolean trusts(Set<String> sources) {
        return sources.stream().anyMatch(source -> NONCES_AND_HASHES.stream().anyMatch(source::startsWith));
    }

    private static boolean insecure(Set<String> sources) {
        return sources.stream().anyMatch(source -> source.startsWith("http:") || source.startsWith("ftp:"));
    }

    private static boolean anybody(Set<String> sources) {
        return broad(sources) || sources.stream().anyMatch(INLINE::contains);
    }

    private static long length(List<String> values) {
        return values.stream().mapToLong(String::length).sum();
    }

    private static PolicyAnalysis bare(String code) {
        return new PolicyAnalysis(code, Map.of(), Map.of(), null);
    }
}
