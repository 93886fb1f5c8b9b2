/** Plumbing every package may use: clock, ids, JSON, SQL, problems, paging, identity, outbox, audit. */
@NullMarked
package io.bellwether.platform;

import org.jspecify.annotations.NullMarked;
