package io.bellwether.alert;

import io.bellwether.platform.Caller;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Whose vendor is whose: owners are known by the name or the e-mail address that their token bears. Operators own all. */
@Singleton
class OwnVendors {

    private final SecurityIdentity identity;
    private final Caller caller;

    OwnVendors(SecurityIdentity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    /** @throws Problem 403 when the vendor is not the caller's */
    void check(Vendor vendor) {
        if (identity.hasRole(Role.Names.OPERATOR)) {
            return;
        }
        String name = caller.name();
        boolean own = vendor.owners()
                .all()
                .anyMatch(owner -> owner.is(name) || owner.name().equalsIgnoreCase(name));
        if (!own) {
            throw Problem.forbidden("'" + name + "' is none of the owners of " + vendor.slug()
                    + " by name or e-mail address; ask one of them, or an operator.");
        }
    }
}
