/** A fleet of simulated vendors inside the process, with sinks for the messages about them: the product at a glance. */
@NullMarked
package io.bellwether.app.demo;

import org.jspecify.annotations.NullMarked;
