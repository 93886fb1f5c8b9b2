/** Who is told of an alert with these labels, by a tree of matchers as Prometheus Alertmanager has it. */
@NullMarked
package io.bellwether.core.alert.routing;

import org.jspecify.annotations.NullMarked;
