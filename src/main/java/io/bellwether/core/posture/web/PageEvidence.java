package io.bellwether.core.posture.web;

import io.bellwether.core.PostureEvidence;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look at one page: asked for over plain HTTP and over HTTPS, with its {@code robots.txt} and one CORS preflight.
 *
 * @param target the origin in lower case, with the path where that is not the root
 * @param unknown why nothing can be told from this look, one sentence; null when something can
 * @param plain what came of asking over plain HTTP, null when it was not asked
 * @param secure what came of asking over HTTPS, null when it was not asked
 * @param page the answer that counts: the last over HTTPS, else the last over plain HTTP; null when there was none
 * @param cookies set on the way to that page, by it and by {@code robots.txt}
 * @param preflight what came of the preflight, null when it could not be made
 * @param robotsStatus what {@code robots.txt} was answered with, null when there was no answer
 * @param preload what the list of preloaded hosts says
 */
public record PageEvidence(
        String target,
        Instant observedAt,
        @Nullable String unknown,
        @Nullable Chain plain,
        @Nullable Chain secure,
        @Nullable Page page,
        List<Cookie> cookies,
        @Nullable Preflight preflight,
        @Nullable Integer robotsStatus,
        @Nullable Preload preload)
        implements PostureEvidence {

    public static final String KIND = "page";

    /**
     * Requests from one address on, each redirected to the next.
     *
     * @param hops that answered, in order
     * @param absent whether nobody serves this scheme there at all, as opposed to an answer that failed
     * @param failure why there is no last answer, one sentence; null when there is one
     */
    public record Chain(
            List<Hop> hops, boolean absent, @Nullable String failure) {

        public Chain {
            hops = List.copyOf(hops);
        }

        boolean answered() {
            return failure == null && !hops.isEmpty();
        }

        Chain steady() {
            List<Hop> masked = hops.stream()
                    .map(hop -> new Hop(Masks.address(hop.url()), hop.status(), hop.verified()))
                    .toList();
            return new Chain(masked, absent, failure);
        }

        boolean verified() {
            return hops.stream().noneMatch(hop -> Boolean.FALSE.equals(hop.verified()));
        }
    }

    /** @param verified whether the certificate is trusted and made out to the host; null over plain HTTP */
    public record Hop(String url, int status, @Nullable Boolean verified) {}

    /**
     * The answer that counts.
     *
     * @param secure whether it is the one that was asked for over HTTPS
     * @param headers values by lower-case name, each name's in the order they came
     * @param cut names of headers of which headers and meta elements say more than is kept
     * @param html what its markup shows, null when it is not HTML or cannot be read as text
     * @param binary whether it claims to be HTML and is no text
     */
    public record Page(
            boolean secure,
            int status,
            String url,
            Map<String, List<String>> headers,
            List<String> cut,
            @Nullable Html html,
            boolean binary) {

        public Page {
            Map<String, List<String>> ordered = new LinkedHashMap<>();
            headers.forEach((name, values) -> ordered.put(name, List.copyOf(values)));
            headers = Collections.unmodifiableMap(ordered);
            cut = List.copyOf(cut);
        }

        /** All values of a header joined as HTTP joins them (RFC 9110, 5.3); null when it is absent. */
        @Nullable String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : String.join(", ", values);
        }
    }

    /**
     * What the markup shows.
     *
     * @param site the registrable domain of the page's host, the host itself when it has none
     * @param policies contents of {@code meta http-equiv=content-security-policy}
     * @param referrers contents of {@code meta name=referrer}
     * @param resourcePolicies contents of {@code meta http-equiv=cross-origin-resource-policy}
     * @param scriptElements how many there are, with and without an address
     * @param scripts those with an address
     * @param cut whether there was more than is looked at
     */
    public record Html(
            String site,
            List<String> policies,
            List<String> referrers,
            List<String> resourcePolicies,
            int scriptElements,
            List<Script> scripts,
            boolean cut) {

        public Html {
            policies = List.copyOf(policies);
            referrers = List.copyOf(referrers);
            resourcePolicies = List.copyOf(resourcePolicies);
            scripts = List.copyOf(scripts);
        }
    }

    /** @param site the registrable domain of a whole address, its host when that has none; null for a relative one */
    public record Script(
            String source,
            @Nullable String site,
            @Nullable String integrity,
            @Nullable String crossOrigin) {}

    /**
     * A cookie without its value.
     *
     * @param from {@code page}, {@code redirect} or {@code robots}
     * @param sameSite as sent, empty when the attribute has no value, null when it is missing
     * @param persistent whether it outlives the browser's session
     */
    public record Cookie(
            String name,
            String from,
            boolean secure,
            boolean httpOnly,
            @Nullable String sameSite,
            @Nullable String domain,
            @Nullable String path,
            boolean persistent) {}

    /**
     * A CORS preflight for a foreign origin.
     *
     * @param origin that was claimed
     * @param allowOrigin the Access-Control-Allow-Origin answered, null when there was none
     * @param allowCredentials the Access-Control-Allow-Credentials answered, null when there was none
     * @param unknown why the answer says nothing, one sentence; null when it says something
     */
    public record Preflight(
            String origin,
            @Nullable Integer status,
            @Nullable String allowOrigin,
            @Nullable String allowCredentials,
            @Nullable String unknown) {}

    /**
     * What a copy of the preload list says of each host that was asked.
     *
     * @param version the copy's date
     * @param complete whether the copy is the whole list: in another a host that is missing says nothing
     * @param listed the hosts on it, by themselves or by a parent that includes its subdomains
     */
    public record Preload(String version, boolean complete, List<String> listed) {

        public Preload {
            listed = List.copyOf(listed);
        }
    }

    public PageEvidence {
        cookies = List.copyOf(cookies);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Without nonces, without queries, by which servers make an address a new one each time, and without the names of the
     * servers that an answer came through.
     */
    @Override
    public PageEvidence steady() {
        return new PageEvidence(
                target,
                observedAt,
                unknown,
                plain == null ? null : plain.steady(),
                secure == null ? null : secure.steady(),
                page == null ? null : steady(page),
                cookies,
                preflight,
                robotsStatus,
                preload);
    }

    boolean preloaded(String host) {
        return preload != null && preload.listed().contains(host.toLowerCase(Locale.ROOT));
    }

    private static Page steady(Page page) {
        Map<String, List<String>> headers = new LinkedHashMap<>(page.headers());
        headers.remove("via");
        headers.replaceAll((name, values) -> name.startsWith("content-security-policy")
                ? values.stream().map(Masks::policy).toList()
                : values);
        Html html = page.html();
        Html masked = html == null
                ? null
                : new Html(
                        html.site(),
                        html.policies().stream().map(Masks::policy).toList(),
                        html.referrers(),
                        html.resourcePolicies(),
                        html.scriptElements(),
                        html.scripts().stream().map(Masks::script).toList(),
                        html.cut());
        return new Page(
                page.secure(), page.status(), Masks.address(page.url()), headers, page.cut(), masked, page.binary());
    }
}
