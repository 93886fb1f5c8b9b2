/** Reads the configuration of Gatus: endpoints with conditions. */
@NullMarked
package io.bellwether.config.imports.gatus;

import org.jspecify.annotations.NullMarked;
