/** Slack's incoming webhooks, and whatever takes their messages. */
@NullMarked
package io.bellwether.notify.slack;

import org.jspecify.annotations.NullMarked;
