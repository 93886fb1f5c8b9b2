/** How a domain's mail is protected against forgery and eavesdropping, judged by what its records say. */
@NullMarked
package io.bellwether.core.posture.mail;

import org.jspecify.annotations.NullMarked;
