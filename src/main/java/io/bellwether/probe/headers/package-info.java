/** The kind {@code headers}: which security headers a page sends. */
@NullMarked
package io.bellwether.probe.headers;

import org.jspecify.annotations.NullMarked;
