/** Mail to fixed addresses or to the owners of the vendor. */
@NullMarked
package io.bellwether.notify.email;

import org.jspecify.annotations.NullMarked;
