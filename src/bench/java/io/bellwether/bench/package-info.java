/** Runs the packaged application beside its peers on the same targets and prints what both cost. */
@NullMarked
package io.bellwether.bench;

import org.jspecify.annotations.NullMarked;
