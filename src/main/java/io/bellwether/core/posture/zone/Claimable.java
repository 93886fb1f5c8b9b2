package io.bellwether.core.posture.zone;

import java.util.List;

/**
 * Names that anybody may be able to take once they are gone: those of services whose maker says so. As of 2026-11-23 these are
 * the services in Microsoft's "Prevent dangling DNS entries and avoid subdomain takeover" (edition of 2025-04-16); what is
 * only rumoured of other makers is left out.
 */
final class Claimable {

    private static final List<String> SUFFIXES = List.of(
            ".azure-api.net",
            ".azurecontainer.io",
            ".azureedge.net",
            ".azurefd.net",
            ".azurewebsites.net",
            ".blob.core.windows.net",
            ".cloudapp.azure.com",
            ".cloudapp.net",
            ".trafficmanager.net");

    private Claimable() {}

    /**
     * @param name that does not exist
     * @param deniedBy the zone that says so: where it is a top-level domain, nobody has registered what lies below; empty when
     *     it is not known
     */
    static boolean test(String name, String deniedBy) {
        boolean unregistered = !deniedBy.isEmpty() && !deniedBy.contains(".");
        return unregistered || SUFFIXES.stream().anyMatch(name::endsWith);
    }
}
