/** The kind {@code headers}: what a page tells browsers about security, collected for the rules to judge. */
@NullMarked
package io.bellwether.probe.headers;

import org.jspecify.annotations.NullMarked;
