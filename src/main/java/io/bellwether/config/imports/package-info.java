/** Makes documents of other monitors' configurations, and says what does not come along. */
@NullMarked
package io.bellwether.config.imports;

import org.jspecify.annotations.NullMarked;
