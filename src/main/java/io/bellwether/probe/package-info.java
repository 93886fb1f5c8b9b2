/** Probing: the kinds' common contract and the runner with its attempts and deadlines. */
@NullMarked
package io.bellwether.probe;

import org.jspecify.annotations.NullMarked;
