/** Makes statements of the single figures that a company has filed, as they were known on a day. */
@NullMarked
package io.bellwether.core.finance.filed;

import org.jspecify.annotations.NullMarked;
