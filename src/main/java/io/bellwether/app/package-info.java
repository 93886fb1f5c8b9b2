/** Starts everything: the main class, the embedded database, the demo fleet, health checks. */
@NullMarked
package io.bellwether.app;

import org.jspecify.annotations.NullMarked;
