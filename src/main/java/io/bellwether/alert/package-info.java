/** Rules, episodes and what people do with them; each change of state enters the outbox in the same transaction. */
@NullMarked
package io.bellwether.alert;

import org.jspecify.annotations.NullMarked;
