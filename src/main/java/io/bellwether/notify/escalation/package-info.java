/** Escalation: who is told next when nobody takes care of an alert. */
@NullMarked
package io.bellwether.notify.escalation;

import org.jspecify.annotations.NullMarked;
