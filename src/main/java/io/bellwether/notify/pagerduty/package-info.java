/** PagerDuty, by its Events API v2. */
@NullMarked
package io.bellwether.notify.pagerduty;

import org.jspecify.annotations.NullMarked;
