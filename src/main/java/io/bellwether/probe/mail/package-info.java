/** Looks at how a domain's mail is protected, in DNS and at the one address its policy is published at. */
@NullMarked
package io.bellwether.probe.mail;

import org.jspecify.annotations.NullMarked;
