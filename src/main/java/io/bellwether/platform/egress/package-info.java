/** The way out: what may be reached, how names are resolved, and one guarded, timed HTTP or TLS exchange. */
@NullMarked
package io.bellwether.platform.egress;

import org.jspecify.annotations.NullMarked;
