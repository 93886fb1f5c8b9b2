package io.bellwether.platform.egress;

import java.net.URI;

/**
 * One redirect that was followed.
 *
 * @param status 301, 302, 303, 307 or 308
 * @param from the address that answered with it
 * @param to where it pointed
 */
public record Redirect(int status, URI from, URI to) {

    /** Whether it leads from an encrypted address to one in the clear. */
    public boolean downgrade() {
        return "https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
    }
}
