/** Slack, by incoming webhooks and whatever takes their messages, or by a bot with buttons. */
@NullMarked
package io.bellwether.notify.slack;

import org.jspecify.annotations.NullMarked;
