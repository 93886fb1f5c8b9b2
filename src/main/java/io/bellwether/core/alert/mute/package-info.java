/** What keeps an alert from being told: silences that people set, and causes that explain it. */
@NullMarked
package io.bellwether.core.alert.mute;

import org.jspecify.annotations.NullMarked;
