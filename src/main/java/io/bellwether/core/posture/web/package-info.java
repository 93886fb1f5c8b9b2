/** What a vendor's web page tells browsers about security, judged by the rules of the HTTP Observatory. */
@NullMarked
package io.bellwether.core.posture.web;

import org.jspecify.annotations.NullMarked;
