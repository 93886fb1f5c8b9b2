/** Who is told next when nobody takes care of an alert. */
@NullMarked
package io.bellwether.core.alert.escalation;

import org.jspecify.annotations.NullMarked;
