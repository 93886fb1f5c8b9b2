/** The people who are told: when they are not to be disturbed. */
@NullMarked
package io.bellwether.notify.person;

import org.jspecify.annotations.NullMarked;
