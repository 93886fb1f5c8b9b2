/** Reads the modules of blackbox_exporter and the targets that Prometheus gives it. */
@NullMarked
package io.bellwether.config.imports.blackbox;

import org.jspecify.annotations.NullMarked;
