/** The kind {@code filings}: dated events from a company's filings with the SEC. */
@NullMarked
package io.bellwether.probe.filings;

import org.jspecify.annotations.NullMarked;
