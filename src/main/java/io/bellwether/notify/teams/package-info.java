/** Microsoft Teams, by the webhook of a workflow. */
@NullMarked
package io.bellwether.notify.teams;

import org.jspecify.annotations.NullMarked;
