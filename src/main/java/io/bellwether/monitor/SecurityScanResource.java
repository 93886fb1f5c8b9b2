package io.bellwether.monitor;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Looks at the posture of one page or domain at once; nothing of it is kept. */
@Path("/api/v1/security/scans")
@RunOnVirtualThread
class SecurityScanResource {

    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\.?");
    private static final int LONGEST = 253;

    /** What to scan: one of the two. */
    record Wanted(@Nullable String url, @Nullable String domain) {}

    private final SecurityScans scans;
    private final ManualRuns manualRuns;

    SecurityScanResource(SecurityScans scans, ManualRuns manualRuns) {
        this.scans = scans;
        this.manualRuns = manualRuns;
    }

    /**
     * Makes every look the politeness towards the host allows, which takes some seconds, and answers with every result. A
     * target the egress guard refuses is answered with UNKNOWN results that say so.
     */
    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @APIResponseSchema(value = SecurityScans.Scan.class, responseCode = "200", responseDescription = "OK")
    @APIResponse(responseCode = "503", description = ManualRuns.BUSY)
    public SecurityScans.Scan scan(@NotNull Wanted wanted) throws InterruptedException {
        if ((wanted.url() == null) == (wanted.domain() == null)) {
            throw Problem.invalid("", "Give either 'url' or 'domain'.");
        }
        URI target = wanted.url() == null ? domain(wanted.domain()) : url(wanted.url());
        try (ManualRuns.Place _ = manualRuns.take()) {
            return scans.scan(target);
        }
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text.strip());
            String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (url.getHost() != null
                    && url.getUserInfo() == null
                    && (scheme.equals("https") || scheme.equals("http"))) {
                return url;
            }
        } catch (URISyntaxException e) {
            // answered below
        }
        throw Problem.invalid("/url", "Must be an http or https address without a user, such as https://example.com/.");
    }

    private static URI domain(@Nullable String text) {
        String domain = String.valueOf(text).strip().toLowerCase(Locale.ROOT);
        if (domain.length() > LONGEST || !DOMAIN.matcher(domain).matches()) {
            throw Problem.invalid("/domain", "Must be a domain name such as example.com.");
        }
        return URI.create("https://" + domain.replaceFirst("\\.$", "") + "/");
    }
}
