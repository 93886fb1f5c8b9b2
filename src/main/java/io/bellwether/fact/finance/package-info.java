/** What is known of vendors' finances, and what the models make of statements. */
@NullMarked
package io.bellwether.fact.finance;

import org.jspecify.annotations.NullMarked;
