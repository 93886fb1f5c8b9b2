/** The kind {@code icmp}: do echo requests come back, how many and how soon. */
@NullMarked
package io.bellwether.probe.icmp;

import org.jspecify.annotations.NullMarked;
