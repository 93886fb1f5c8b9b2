/** Reads the backup of Uptime Kuma: a list of monitors of many types. */
@NullMarked
package io.bellwether.config.imports.kuma;

import org.jspecify.annotations.NullMarked;
