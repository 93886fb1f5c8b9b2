/** The quarterly vendor review: gathered from measured facts, commented, signed by both lenses, frozen with a hash. */
@NullMarked
package io.bellwether.review;

import org.jspecify.annotations.NullMarked;
