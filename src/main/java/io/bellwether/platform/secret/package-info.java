/** Secrets in settings: encrypted where they are stored, opened where they are used, shown nowhere. */
@NullMarked
package io.bellwether.platform.secret;

import org.jspecify.annotations.NullMarked;
