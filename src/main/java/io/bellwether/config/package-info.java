/** Configuration as code: the register as one document, and the plan that leads from the register to a document. */
@NullMarked
package io.bellwether.config;

import org.jspecify.annotations.NullMarked;
