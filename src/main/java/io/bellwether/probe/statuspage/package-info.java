/** The kind {@code statuspage}: what the vendor itself declares on its status page. */
@NullMarked
package io.bellwether.probe.statuspage;

import org.jspecify.annotations.NullMarked;
