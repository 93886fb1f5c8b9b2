package io.bellwether.platform;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/** Who asks: the principal of the running request, or the system itself. */
@Singleton
public class Caller {

    /** The attribute of the identity that holds the id of its token. */
    static final String TOKEN = "token";

    /** Who acts when nobody does. */
    public static final String SYSTEM = "system";

    private static final ScopedValue<String> ACTING = ScopedValue.newInstance();

    private final Instance<SecurityIdentity> identity;

    Caller(Instance<SecurityIdentity> identity) {
        this.identity = identity;
    }

    /** Does something for somebody who was made sure of by other means than a request of his own. */
    public <T> T as(String name, Supplier<T> deed) {
        return ScopedValue.where(ACTING, name).call(deed::get);
    }

    /** The name of the signed-in principal, or of whom it acts for; {@code system} outside a request. */
    public String name() {
        if (ACTING.isBound()) {
            return ACTING.get();
        }
        return isSystem() ? SYSTEM : identity.get().getPrincipal().getName();
    }

    /** What tells two principals of the same name apart: the id of the token. */
    String identity() {
        return isSystem() ? SYSTEM : String.valueOf(identity.get().<UUID>getAttribute(TOKEN));
    }

    private boolean isSystem() {
        return !Arc.container().requestContext().isActive() || identity.get().isAnonymous();
    }
}
