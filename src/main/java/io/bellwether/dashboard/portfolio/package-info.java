/** One row per vendor from a constant number of queries: the fleet, its REST resource and its gauge. */
@NullMarked
package io.bellwether.dashboard.portfolio;

import org.jspecify.annotations.NullMarked;
