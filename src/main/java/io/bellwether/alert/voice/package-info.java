/** The words alerts are told in: templates in two voices, the facts they may name, and what the terms in them mean. */
@NullMarked
package io.bellwether.alert.voice;

import org.jspecify.annotations.NullMarked;
