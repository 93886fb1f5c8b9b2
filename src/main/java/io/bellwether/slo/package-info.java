/** What was promised and what was agreed not to count: objectives, maintenance, availability, error budgets. */
@NullMarked
package io.bellwether.slo;

import org.jspecify.annotations.NullMarked;
