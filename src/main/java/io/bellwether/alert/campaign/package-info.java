/** Campaigns: times in which trouble with some vendors matters more than usual. */
@NullMarked
package io.bellwether.alert.campaign;

import org.jspecify.annotations.NullMarked;
