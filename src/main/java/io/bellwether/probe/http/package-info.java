/** The kind {@code http}: is the answer there, right and quick. */
@NullMarked
package io.bellwether.probe.http;

import org.jspecify.annotations.NullMarked;
