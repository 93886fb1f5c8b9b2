/** Routes: which receivers are told of which alerts, and how these are gathered into messages. */
@NullMarked
package io.bellwether.notify.route;

import org.jspecify.annotations.NullMarked;
