/** Opsgenie and what speaks its Alert API, such as Jira Service Management and Keep. */
@NullMarked
package io.bellwether.notify.opsgenie;

import org.jspecify.annotations.NullMarked;
