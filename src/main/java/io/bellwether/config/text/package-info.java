/** YAML and JSON from outside as plain values that know where they stood, and values as YAML. */
@NullMarked
package io.bellwether.config.text;

import org.jspecify.annotations.NullMarked;
