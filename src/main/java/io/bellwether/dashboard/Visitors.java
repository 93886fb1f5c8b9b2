package io.bellwether.dashboard;

import io.bellwether.core.Lens;
import io.bellwether.platform.Role;
import io.bellwether.platform.Sessions;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Knows who asks for a page, and in whose voice. */
@Singleton
class Visitors {

    private static final String LENS = "bellwether_lens";
    private static final Duration LENS_REMEMBERED = Duration.ofDays(365);

    private final SecurityIdentity identity;
    private final FormGuard forms;

    Visitors(SecurityIdentity identity, FormGuard forms) {
        this.identity = identity;
        this.forms = forms;
    }

    /** @param chosenLens what the visitor has just chosen; null leaves it as it was */
    Visitor current(HttpHeaders request, @Nullable String chosenLens) {
        return new Visitor(
                identity.getPrincipal().getName(),
                identity.hasRole(Role.Names.OWNER),
                identity.hasRole(Role.Names.OPERATOR),
                forms.key(request.getCookies().get(Sessions.COOKIE)),
                lens(chosenLens, request.getCookies().get(LENS)));
    }

    static NewCookie remembered(Lens lens) {
        return new NewCookie.Builder(LENS)
                .value(lens.name().toLowerCase(java.util.Locale.ROOT))
                .path("/")
                .maxAge((int) LENS_REMEMBERED.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    private static Lens lens(@Nullable String chosen, @Nullable Cookie remembered) {
        String wish = chosen != null ? chosen : remembered != null ? remembered.getValue() : "";
        return wish.equalsIgnoreCase(Lens.MARKETING.name()) ? Lens.MARKETING : Lens.IT;
    }
}
