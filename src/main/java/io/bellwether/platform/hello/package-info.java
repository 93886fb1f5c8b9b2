/** The first words of TLS, as bytes: what a client says and what a server answers before anything is encrypted. */
@NullMarked
package io.bellwether.platform.hello;

import org.jspecify.annotations.NullMarked;
