/** The whole at a glance: portfolio, live events and the server-rendered pages for people. */
@NullMarked
package io.bellwether.dashboard;

import org.jspecify.annotations.NullMarked;
