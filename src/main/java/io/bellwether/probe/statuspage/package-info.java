/** The kind {@code statuspage}: what the vendor itself declares on an Atlassian Statuspage. */
@NullMarked
package io.bellwether.probe.statuspage;

import org.jspecify.annotations.NullMarked;
