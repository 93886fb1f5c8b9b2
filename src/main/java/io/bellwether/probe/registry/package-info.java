/** The kinds {@code companies-house} and {@code lei}: what public registers of companies say of a vendor's legal entity. */
@NullMarked
package io.bellwether.probe.registry;

import org.jspecify.annotations.NullMarked;
