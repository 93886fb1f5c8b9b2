/** The API of Prometheus Alertmanager, version 2, over our alerts, routes and silences, so that its tools work with them. */
@NullMarked
package io.bellwether.compat;

import org.jspecify.annotations.NullMarked;
